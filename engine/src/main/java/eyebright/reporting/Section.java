package eyebright.reporting;

import java.util.List;

/// Items of a checklist that belong together.
record Section(String title, List<Item> items) {
    Section {
        items = List.copyOf(items);
    }

    static Section of(String title, Item... items) {
        return new Section(title, List.of(items));
    }
}
