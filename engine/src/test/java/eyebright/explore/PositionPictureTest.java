package eyebright.explore;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.chart.Style;
import eyebright.check.StudyFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionPictureTest {

    private static final String WAVES = "34,city,yes,12,6,8,1,1,0,1,0,1,0,30";

    @Test
    void everyKindOfPositionHasAPictureThatSaysWhereOneIs() throws IOException {
        List<Picture> pictures = pictures(200);

        assertThat(pictures).hasSize(6);
        assertThat(pictures.getFirst().description())
                .isEqualTo(
                        """
                        nobody: 4 of 100 among 200 neighbours; of 120 neighbours who live where you live too few. \
                        a few: 16 of 100 among 200 neighbours; of 120 neighbours who live where you live too few. \
                        many: this is you; 50 of 100 among 200 neighbours; 50 of 100 among 120 neighbours who live where you live. \
                        very many: 30 of 100 among 200 neighbours; 27 of 100 among 120 neighbours who live where you live.\
                        """);
        assertThat(pictures.getLast().table().columns()).contains("outdoors", "at home");
    }

    @Test
    void beforeThereAreOthersOnlyOneselfIsMarked() throws IOException {
        List<Picture> pictures = pictures(39);

        assertThat(pictures).hasSize(2);
        assertThat(pictures.getFirst().description())
                .isEqualTo("nobody. a few. many: this is you. very many.");
    }

    private static List<Picture> pictures(int many) throws IOException {
        StudyFolder folder = Waving.folder();
        return Explorer.of(folder.feedback(), folder.scales(), Waving.neighbours(many))
                .explored(Waving.respondent(WAVES), Optional.of("town"))
                .parts()
                .getFirst()
                .positions()
                .stream()
                .flatMap(each -> PositionPicture.of(each, new Style("p", Origin.REAL)).stream())
                .toList();
    }
}
