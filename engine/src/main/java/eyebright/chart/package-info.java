/// Pictures as SVG: the same picture, the same bytes, on screen and in print.
///
/// A picture is drawn 320 units wide with text of 13 units, so that text stays 12 pixels high down to
/// a width of 296 pixels. Wide pages limit the width rather than stretch the picture.
///
/// Colours are attributes, so a picture prints and converts without a style sheet. Every coloured
/// element also has a class; a page recolours all pictures at once, in the dark for instance, with
/// these rules (classes without `-line` are filled, `line` and those with `-line` are stroked):
///
/// ```css
/// .picture { display: block; width: 100%; max-width: 30rem; height: auto; }
/// .picture .ink { fill: var(--ink); }             .picture .ink-line { stroke: var(--ink); }
/// .picture .soft { fill: var(--soft); }           .picture .soft-line { stroke: var(--soft); }
/// .picture .line-fill { fill: var(--line); }      .picture .line { stroke: var(--line); }
/// .picture .accent { fill: var(--accent); }       .picture .accent-line { stroke: var(--accent); }
/// .picture .second { fill: var(--doubt); }        .picture .second-line { stroke: var(--doubt); }
/// .picture .published { fill: var(--published); } .picture .published-line { stroke: var(--published); }
/// .picture .good { fill: var(--good); }           .picture .good-line { stroke: var(--good); }
/// .picture .doubt { fill: var(--doubt); }         .picture .doubt-line { stroke: var(--doubt); }
/// .picture .paper { fill: var(--card); }          .picture .paper-line { stroke: var(--card); }
/// ```
///
/// | class | for |
/// |---|---|
/// | `ink`, `soft` | what is read first, and what is read after |
/// | `line` | axes, grid, the hatching of rehearsed data; `line-fill` the middle of a rating |
/// | `accent` | our figures: dots, squares, bars, and the upper side of a rating |
/// | `second` | the lower side of a rating |
/// | `published` | the published figure: a diamond, a tick, a band |
/// | `good` | the region of what is too small to matter |
/// | `doubt` | the words on rehearsed data |
/// | `paper` | the ground of the page, where something is cut out of something |
///
/// Where somebody is among others stands the word "you"; people like her have open bars, all have filled ones.
/// Shape and place say everything that colour says: ours is a dot, the published figure a diamond.
@NullMarked
package eyebright.chart;

import org.jspecify.annotations.NullMarked;
