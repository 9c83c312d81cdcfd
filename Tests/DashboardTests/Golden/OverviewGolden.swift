/// The overview on the invented store, as it should look: compared cell by cell.
enum OverviewGolden {
    static let unicode80x24 = #"""
         Riverbend services                                       ● just now  READ-ONLY
         Oct–Dec 2025, against Jul–Sep 2025   all services · all channels · people
         1 Overview  2  3  4  5  6  7  8  9  0
        ────────────────────────────────────────────────────────────────────────────────
         COMPLETION     TAKE-UP        COST              SATISFACTION   MATURITY
         71.4%          83.2%          £2.14             76.3%          2 Enhanced int…
         ▲ 2.1 goal 75  · 0.3 goal 85  ▼ 0.11 goal 1.90  · 1.2 goal 80  █████▊░░░░ to 3
         ▁▁▂▃▃▄▅▆▆▇██   ▁▁▂▃·▄▅▆▆▇██   ██▇▆▆▅▄▃▃▂▁▁      ▁▁▁█▁▁▁▁█▁▁▁   blocked by P3 …
         ±0.4 n 41,208  ±0.4 n 29,430  n 29,430          ±1.1 n 6,120   and P4 consent

         GAPS, BY PEOPLE AFFECTED          people     now  should be  change       cost
         › Contacted after withdrawing c…       4   4          0      ▲ worse   act now
           Preference captured, not used    6,030  43.6%      60.0%   ▲ better
           Reached on a channel they did…   5,950  42.1%      60.0%   ▼ worse    £9,300
           Left the housing form, phoned…   3,180   7.7%       5.0%   ▲ worse    £9,000
           Counter cases slower than web…   2,410   9.2 d      4.0 d  ▲ worse
           Screen-reader users complete …     612  48.9%      68.2%   ·



         WHAT STANDS OUT  Completion rose, most in Parking (+6.0, 95% interval 4.1 to
         7.9). Housing fell after 14 Nov, when the upload step changed; two thirds of
         those it lost came back by phone.
         ↵ open  f filter  p period  b break down  l list  e equity              ? help
        """#

    static let ascii80x24 = #"""
         Riverbend services                                       * just now  READ-ONLY
         Oct-Dec 2025, against Jul-Sep 2025   all services . all channels . people
         1 Overview  2  3  4  5  6  7  8  9  0
        --------------------------------------------------------------------------------
         COMPLETION      TAKE-UP         COST              SATISFACTION   MATURITY
         71.4%           83.2%           GBP2.14           76.3%          2 Enhanced i~
         ^ 2.1 goal 75   . 0.3 goal 85   v 0.11 goal 1.90  . 1.2 goal 80  ####=--- to 3
         __.::-=++*##    __.: -=++*##    ##*++=-::.__      ___#____#___   blocked by P~
         +-0.4 n 41,208  +-0.4 n 29,430  n 29,430          +-1.1 n 6,120  and P4 conse~

         GAPS, BY PEOPLE AFFECTED         people     now  should be  change        cost
         > Contacted after withdrawing ~       4   4          0      ^ worse    act now
           Preference captured, not used   6,030  43.6%      60.0%   ^ better
           Reached on a channel they di~   5,950  42.1%      60.0%   v worse   GBP9,300
           Left the housing form, phone~   3,180   7.7%       5.0%   ^ worse   GBP9,000
           Counter cases slower than we~   2,410   9.2 d      4.0 d  ^ worse
           Screen-reader users complete~     612  48.9%      68.2%   .



         WHAT STANDS OUT  Completion rose, most in Parking (+6.0, 95% interval 4.1 to
         7.9). Housing fell after 14 Nov, when the upload step changed; two thirds of
         those it lost came back by phone.
         enter open  f filter  p period  b break down  l list  e equity          ? help
        """#

    static let unicode120x36 = #"""
         Riverbend services   Oct–Dec 2025, against Jul–Sep 2025   all services · all channels · people   ● just now  READ-ONLY
         1 Overview  2 Funnel  3 Paths  4 Channels  5 Preferences  6 Maturity  7 People  8 Feedback  9 Tests  0 Data
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         COMPLETION             DIGITAL TAKE-UP       COST A TRANSACTION    SATISFACTION          MATURITY
         71.4%                  83.2%                 £2.14                 76.3%                 2 Enhanced interaction
         ▲ 2.1  goal 75         · 0.3  goal 85        ▼ 0.11  goal 1.90     · 1.2  goal 80        █████████████▉░░░░░░░░░░ to 3
         ▁▁▂▃▃▄▅▆▆▇██           ▁▁▂▃·▄▅▆▆▇██          ██▇▆▆▅▄▃▃▂▁▁          ▁▁▁█▁▁▁▁█▁▁▁          blocked by P3 honoured beyon…
         ±0.4  n 41,208         ±0.4  n 29,430        n 29,430              ±1.1  n 6,120         and P4 consent

         GAPS, BY PEOPLE AFFECTED                                people     now  should be            before  change       cost
         › Contacted after withdrawing consent                        4   4          0      contacts   0      ▲ worse   act now
           Preference captured, not used                          6,030  43.6%      60.0%   used      40.2%   ▲ better
           Reached on a channel they did not choose               5,950  42.1%      60.0%   honoured  44.1%   ▼ worse    £9,300
           Left the housing form, phoned within a day             3,180   7.7%       5.0%   leak       5.9%   ▲ worse    £9,000
           Counter cases slower than web, same service            2,410   9.2 d      4.0 d  median     9.0 d  ▲ worse
           Screen-reader users complete less                        612  48.9%      68.2%   the rest  50.2%   ·

         SERVICES                              completion                                          take-up   cost  satisfaction
           blue badge                          76.5% ±1.1  ██████████████████████████┃┤         80.0% ±1.2  £1.96    78.0% ±2.0
           housing                             54.5% ±0.9  ██████████████████▓▏      ┃          80.0% ±1.0  £2.75             –
           parking                             78.2% ±0.5  ██████████████████████████┃▍         80.0% ±0.6  £1.92    78.0% ±2.0

         WHAT STANDS OUT  Completion rose, most in Parking (+6.0, 95% interval 4.1 to 7.9). Housing fell after 14 Nov, when the
         upload step changed; two thirds of those it lost came back by phone.











         ↵ open  f filter  p period  b break down  l list  e equity  : all actions  r receipt                            ? help
        """#

    static let ascii120x36 = #"""
         Riverbend services   Oct-Dec 2025, against Jul-Sep 2025   all services . all channels . people   * just now  READ-ONLY
         1 Overview  2 Funnel  3 Paths  4 Channels  5 Preferences  6 Maturity  7 People  8 Feedback  9 Tests  0 Data
        ------------------------------------------------------------------------------------------------------------------------
         COMPLETION             DIGITAL TAKE-UP       COST A TRANSACTION    SATISFACTION          MATURITY
         71.4%                  83.2%                 GBP2.14               76.3%                 2 Enhanced interaction
         ^ 2.1  goal 75         . 0.3  goal 85        v 0.11  goal 1.90     . 1.2  goal 80        ##############---------- to 3
         __.::-=++*##           __.: -=++*##          ##*++=-::.__          ___#____#___          blocked by P3 honoured beyon~
         +-0.4  n 41,208        +-0.4  n 29,430       n 29,430              +-1.1  n 6,120        and P4 consent

         GAPS, BY PEOPLE AFFECTED                               people     now  should be            before  change        cost
         > Contacted after withdrawing consent                       4   4          0      contacts   0      ^ worse    act now
           Preference captured, not used                         6,030  43.6%      60.0%   used      40.2%   ^ better
           Reached on a channel they did not choose              5,950  42.1%      60.0%   honoured  44.1%   v worse   GBP9,300
           Left the housing form, phoned within a day            3,180   7.7%       5.0%   leak       5.9%   ^ worse   GBP9,000
           Counter cases slower than web, same service           2,410   9.2 d      4.0 d  median     9.0 d  ^ worse
           Screen-reader users complete less                       612  48.9%      68.2%   the rest  50.2%   .

         SERVICES                              completion                                        take-up     cost  satisfaction
           blue badge                         76.5% +-1.1  ########################|         80.0% +-1.2  GBP1.96   78.0% +-2.0
           housing                            54.5% +-0.9  #################=      |         80.0% +-1.0  GBP2.75             -
           parking                            78.2% +-0.5  ########################|]        80.0% +-0.6  GBP1.92   78.0% +-2.0

         WHAT STANDS OUT  Completion rose, most in Parking (+6.0, 95% interval 4.1 to 7.9). Housing fell after 14 Nov, when the
         upload step changed; two thirds of those it lost came back by phone.











         enter open  f filter  p period  b break down  l list  e equity  : all actions  r receipt                        ? help
        """#

    static let unicode20x5 = #"""
        71.4% completion
        20x5; this view
        wants 60x12

        q leave
        """#

    static let ascii20x5 = #"""
        71.4% completion
        20x5; this view
        wants 60x12

        q leave
        """#
}
