package eyebright.publish.data;

/// The file that says what others may do with the data.
final class LicenceText {

    private LicenceText() {}

    /// The text of `LICENSE.txt`.
    static String of(Release release) {
        var text = new StringBuilder();
        if (release.about().licence().isPresent()) {
            Licence licence = release.about().licence().get();
            text.append(
                    "%s (%s)\n%s\n\n".formatted(licence.title(), licence.id(), licence.address()));
            ReadMe.paragraph(text, licence.words());
            ReadMe.paragraph(text, "What counts is the text of the licence at the address above.");
        } else {
            ReadMe.paragraph(text, inShort(release));
        }
        return text.toString().stripTrailing() + "\n";
    }

    /// The same in a sentence.
    static String inShort(Release release) {
        return release.about()
                .licence()
                .map(licence -> "%s (%s).".formatted(licence.title(), licence.address()))
                .orElse(
                        "No licence was declared for these data. Ask before you use them: %s, %s."
                                .formatted(
                                        release.dataset().study().consent().controller(),
                                        release.dataset().study().consent().contact()));
    }
}
