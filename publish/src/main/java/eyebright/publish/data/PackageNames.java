package eyebright.publish.data;

import eyebright.study.Study;

/// What the files of a package are called.
///
/// @param study its name
record PackageNames(String study) {

    static final String CODEBOOK = "codebook.csv";
    static final String SCRIPT = "analysis.R";
    static final String CLAIMS = "claims.csv";
    static final String NUMBERS = "numbers.csv";
    static final String TEXTS = "texts.csv";
    static final String DDI = "ddi-codebook.xml";
    static final String FRICTIONLESS = "datapackage.json";
    static final String PSYCH_DS = "dataset_description.json";
    static final String READ_ME = "README.txt";
    static final String LICENCE = "LICENSE.txt";
    static final String CHECKSUMS = "SHA256SUMS";

    static PackageNames of(Study study) {
        return new PackageNames(study.name());
    }

    /// The table, by the rule of Psych-DS: below `data`, keywords with values of letters and digits, `_data.csv`.
    String table() {
        return "data/study-%s_data.csv".formatted(study.replace("-", ""));
    }

    String spss() {
        return study + ".sav";
    }

    String json() {
        return study + ".json";
    }
}
