package eyebright.analysis;

import eyebright.study.Option;
import java.util.List;

/// A code and what people read for it.
public record Label(String code, String text) {

    static List<Label> of(List<Option> options) {
        return options.stream().map(option -> new Label(option.code(), option.label())).toList();
    }
}
