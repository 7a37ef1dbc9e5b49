package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.frame.Levels;
import eyebright.plan.Groups;
import eyebright.stats.TestResult;
import eyebright.stats.table.ChiSquaredTest;
import eyebright.stats.table.ContingencyTable;
import eyebright.stats.table.CramersV;
import eyebright.stats.table.FisherTest;
import eyebright.stats.table.GTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The table of two questions. Its summary is one count for each cell, row by row.
///
/// Association is judged without the rows and columns that nobody chose; the counts are of all.
record TableOf(Base base, Groups rows, Groups columns, double level) implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        Levels inRows = rows.in(frame);
        Levels inColumns = columns.in(frame);
        Counted counted = base.in(frame).known(inRows.answered()).known(inColumns.answered());
        int[] counts = new int[rows.size() * columns.size()];
        for (int row : counted.places()) {
            counts[inRows.place(row) * columns.size() + inColumns.place(row)]++;
        }
        List<Integer> list = Arrays.stream(counts).boxed().toList();
        return new Summary(counted.n(), counted.missing(), list, List.of());
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        int n = summary.n();
        ContingencyTable all = table(summary);
        ContingencyTable table = n == 0 ? all : all.withoutEmptyMargins();
        var estimates = new ArrayList<NamedEstimate>();
        var tests = new ArrayList<TestResult>();
        estimates.add(new NamedEstimate("V", CramersV.of(table, level)));
        estimates.add(new NamedEstimate("V_adjusted", CramersV.adjusted(table)));
        if (table.whyNotTestable().isEmpty()) {
            tests.add(Outcome.named("chi2", ChiSquaredTest.of(table)));
            tests.add(Outcome.named("G", GTest.of(table)));
            if (table.rows() == 2 && table.columns() == 2) {
                FisherTest fisher = FisherTest.of(table, level);
                estimates.add(new NamedEstimate("fisher_or", fisher.oddsRatio()));
                tests.add(Outcome.named("fisher_p", fisher.test()));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                estimates.add(
                        NamedEstimate.count(
                                "count[%s,%s]"
                                        .formatted(
                                                rows.labels().get(row).code(),
                                                columns.labels().get(column).code()),
                                all.count(row, column),
                                n));
            }
        }
        return new Outcome(n, estimates, tests);
    }

    private ContingencyTable table(Summary summary) {
        var list = new ArrayList<List<Integer>>();
        for (int row = 0; row < rows.size(); row++) {
            int from = row * columns.size();
            list.add(summary.counts().subList(from, from + columns.size()));
        }
        return new ContingencyTable(list);
    }

    @Override
    public Shape shape() {
        return new Shape.Table(rows.labels(), columns.labels());
    }
}
