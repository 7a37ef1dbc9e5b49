package eyebright.publish.data;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// What DDI-Codebook 2.5 allows where, as far as a codebook of ours goes: which elements an element holds, in
/// which order, and which attributes. From the field-level documentation of the standard.
final class DdiStructure {

    private static final Map<String, List<String>> CHILDREN =
            Map.ofEntries(
                    entry(
                            "codeBook",
                            List.of("docDscr", "stdyDscr", "fileDscr", "dataDscr", "otherMat")),
                    entry("docDscr", List.of("citation", "guide", "docStatus", "docSrc", "notes")),
                    entry(
                            "stdyDscr",
                            List.of(
                                    "citation",
                                    "studyAuthorization",
                                    "stdyInfo",
                                    "studyDevelopment",
                                    "method",
                                    "dataAccs",
                                    "othrStdyMat",
                                    "notes")),
                    entry(
                            "citation",
                            List.of(
                                    "titlStmt",
                                    "rspStmt",
                                    "prodStmt",
                                    "distStmt",
                                    "serStmt",
                                    "verStmt",
                                    "biblCit",
                                    "holdings",
                                    "notes")),
                    entry("titlStmt", List.of("titl", "subTitl", "altTitl", "parTitl", "IDNo")),
                    entry("rspStmt", List.of("AuthEnty", "othId")),
                    entry(
                            "prodStmt",
                            List.of(
                                    "producer",
                                    "copyright",
                                    "prodDate",
                                    "prodPlac",
                                    "software",
                                    "fundAg",
                                    "grantNo")),
                    entry(
                            "distStmt",
                            List.of("distrbtr", "contact", "depositr", "depDate", "distDate")),
                    entry("verStmt", List.of("version", "verResp", "notes")),
                    entry(
                            "stdyInfo",
                            List.of(
                                    "studyBudget",
                                    "subject",
                                    "abstract",
                                    "sumDscr",
                                    "qualityStatement",
                                    "notes",
                                    "exPostEvaluation")),
                    entry(
                            "sumDscr",
                            List.of(
                                    "timePrd",
                                    "collDate",
                                    "nation",
                                    "geogCover",
                                    "geogUnit",
                                    "geoBndBox",
                                    "boundPoly",
                                    "anlyUnit",
                                    "universe",
                                    "dataKind")),
                    entry(
                            "method",
                            List.of(
                                    "dataColl",
                                    "notes",
                                    "anlyInfo",
                                    "stdyClas",
                                    "dataProcessing",
                                    "codingInstructions")),
                    entry(
                            "dataColl",
                            List.of(
                                    "timeMeth",
                                    "dataCollector",
                                    "collectorTraining",
                                    "frequenc",
                                    "sampProc",
                                    "sampleFrame",
                                    "targetSampleSize",
                                    "deviat",
                                    "collMode",
                                    "resInstru",
                                    "instrumentDevelopment",
                                    "sources",
                                    "collSitu",
                                    "actMin",
                                    "ConOps",
                                    "weight",
                                    "cleanOps")),
                    entry("dataAccs", List.of("setAvail", "useStmt", "notes")),
                    entry(
                            "useStmt",
                            List.of(
                                    "confDec",
                                    "specPerm",
                                    "restrctn",
                                    "contact",
                                    "citReq",
                                    "deposReq",
                                    "conditions",
                                    "disclaimer")),
                    entry("fileDscr", List.of("fileTxt", "locMap", "notes")),
                    entry(
                            "fileTxt",
                            List.of(
                                    "fileName",
                                    "fileCitation",
                                    "dataFingerprint",
                                    "fileCont",
                                    "fileStrc",
                                    "dimensns",
                                    "fileType",
                                    "format",
                                    "filePlac",
                                    "dataChck",
                                    "ProcStat",
                                    "dataMsng",
                                    "software",
                                    "verStmt")),
                    entry(
                            "dimensns",
                            List.of("caseQnty", "varQnty", "logRecL", "recPrCas", "recNumTot")),
                    entry("dataDscr", List.of("varGrp", "nCubeGrp", "var", "nCube", "notes")),
                    entry(
                            "varGrp",
                            List.of("labl", "txt", "concept", "defntn", "universe", "notes")),
                    entry(
                            "var",
                            List.of(
                                    "location",
                                    "labl",
                                    "imputation",
                                    "security",
                                    "embargo",
                                    "respUnit",
                                    "anlysUnit",
                                    "qstn",
                                    "valrng",
                                    "invalrng",
                                    "undocCod",
                                    "universe",
                                    "TotlResp",
                                    "sumStat",
                                    "txt",
                                    "stdCatgry",
                                    "catgryGrp",
                                    "catgry",
                                    "codInstr",
                                    "verStmt",
                                    "concept",
                                    "derivation",
                                    "varFormat",
                                    "geoMap",
                                    "catLevel",
                                    "notes")),
                    entry(
                            "qstn",
                            List.of(
                                    "preQTxt",
                                    "qstnLit",
                                    "postQTxt",
                                    "forward",
                                    "backward",
                                    "ivuInstr")),
                    entry("valrng", List.of("item", "range", "key", "notes")),
                    entry("catgry", List.of("catValu", "labl", "txt", "catStat", "mrow")));

    private static final Map<String, Set<String>> ATTRIBUTES =
            Map.ofEntries(
                    entry(
                            "codeBook",
                            Set.of(
                                    "xmlns",
                                    "xmlns:xsi",
                                    "xsi:schemaLocation",
                                    "xml:lang",
                                    "version",
                                    "ID")),
                    entry("AuthEnty", Set.of("affiliation")),
                    entry("prodDate", Set.of("date")),
                    entry("version", Set.of("date")),
                    entry("collDate", Set.of("event", "date")),
                    entry("fileDscr", Set.of("ID", "URI")),
                    entry("fileType", Set.of("charset")),
                    entry("varGrp", Set.of("ID", "name", "type", "var")),
                    entry("var", Set.of("ID", "name", "files", "intrvl")),
                    entry("range", Set.of("UNITS", "min", "max")),
                    entry("sumStat", Set.of("type")),
                    entry("catgry", Set.of("missing")),
                    entry("catStat", Set.of("type")),
                    entry("varFormat", Set.of("type")));

    private DdiStructure() {}

    /// Fails where an element stands where it may not, or an attribute is none.
    static void holds(Element element) {
        String name = element.getTagName();
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            assertThat(ATTRIBUTES.getOrDefault(name, Set.of()))
                    .as("attributes of " + name)
                    .contains(attributes.item(i).getNodeName());
        }
        List<Element> children = children(element);
        if (children.isEmpty()) {
            return;
        }
        List<String> allowed = CHILDREN.getOrDefault(name, List.of());
        int last = 0;
        for (Element child : children) {
            assertThat(allowed).as("children of " + name).contains(child.getTagName());
            int place = allowed.indexOf(child.getTagName());
            assertThat(place)
                    .as("%s in %s".formatted(child.getTagName(), name))
                    .isGreaterThanOrEqualTo(last);
            last = place;
            holds(child);
        }
    }

    static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
