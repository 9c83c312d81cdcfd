/// The screen Preferences on the invented store, as it should look: compared cell by cell.
enum PreferencesGolden {
    static let unicode80x24 = #"""
         Riverbend services › Preferences                         ● just now  READ-ONLY
         Oct–Dec 2025, against Jul–Sep 2025   outbound contacts · people
         1  2  3  4  5 Preferences  6  7  8  9  0
        ────────────────────────────────────────────────────────────────────────────────
         42.1% reached as they asked                     by chance alone 34.4%    κ .12
         ±1.0   n 10,290 contacts                       goal 60%    before 44.1%  ▼ 2.0
         ✗ 4 contacts to 3 people after consent was withdrawn: must be 0

           contacted  █████████████  21,380              people
           asked      █████████▏     15,020  70.3% ±0.6  6,360 never asked
           captured   ██████▌┃       10,690  50.0% ±0.7  4,330 asked, without an answer
           usable     █████▓┤         9,770  45.7% ±0.7  920 without consent or address
           used       █████▋ ┃        4,661  43.6% ±0.9  6,029 of 10,690 contacts not
           honoured   █████▎ ┃        4,337  42.1% ±1.0  5,953 of 10,290 contacts not

         ASKED FOR, REACHED BY   email     sms    post   phone  contacts    honoured
         › email                 61% ▋   28% ▍   11% ▏     ·       4,102  61.0% ±1.5
           sms                   44% ▌   39% ▌   17% ▎     ·       3,377  39.0% ±1.6
           post                  52% ▋   31% ▍   17% ▎     ·       2,010  17.0% ±1.6
           phone                 58% ▋   20% ▎     ·     22% ▎       801  22.0% ±2.9
           no preference         80% ▉   20% ▎     ·       ·         400           –

         CONSENT  91.0% ±0.6 granted, of people asked  n 8,120
         ↵ the contacts  v services  c content  g consent  f filter  p period    ? help
        """#

    static let ascii80x24 = #"""
         Riverbend services > Preferences                         * just now  READ-ONLY
         Oct-Dec 2025, against Jul-Sep 2025   outbound contacts . people
         1  2  3  4  5 Preferences  6  7  8  9  0
        --------------------------------------------------------------------------------
         42.1% reached as they asked                 by chance alone 34.4%    kappa .12
         +-1.0   n 10,290 contacts                      goal 60%    before 44.1%  v 2.0
         x 4 contacts to 3 people after consent was withdrawn: must be 0

           contacted  ############  21,380               people
           asked      ########=     15,020  70.3% +-0.6  6,360 never asked
           captured   #####+]|      10,690  50.0% +-0.7  4,330 asked, without an answer
           usable     #####=         9,770  45.7% +-0.7  920 without consent or address
           used       #####  |       4,661  43.6% +-0.9  6,029 of 10,690 contacts not
           honoured   ##### |        4,337  42.1% +-1.0  5,953 of 10,290 contacts not

         ASKED FOR, REACHED BY   email     sms    post   phone  contacts     honoured
         > email                 61% *   28% :   11% .     .       4,102  61.0% +-1.5
           sms                   44% +   39% :   17% .     .       3,377  39.0% +-1.6
           post                  52% +   31% :   17% .     .       2,010  17.0% +-1.6
           phone                 58% +   20% .     .     22% :       801  22.0% +-2.9
           no preference         80% #   20% :     .       .         400            -

         CONSENT  91.0% +-0.6 granted, of people asked  n 8,120
         enter the contacts  v services  c content  g consent  f filter          ? help
        """#

    static let unicode120x36 = #"""
         Riverbend services › Preferences                                                                 ● just now  READ-ONLY
         Oct–Dec 2025, against Jul–Sep 2025   all services · all channels · outbound contacts · people
         1 Overview  2 Funnel  3 Paths  4 Channels  5 Preferences  6 Maturity  7 People  8 Feedback  9 Tests  0 Data
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         42.1% reached as they asked                                                             by chance alone 34.4%    κ .12
         ±1.0   n 10,290 contacts                                                               goal 60%    before 44.1%  ▼ 2.0
         ✗ 4 contacts to 3 people after consent was withdrawn: must be 0

           contacted  ███████████████████████████████████  21,380              people
           asked      ████████████████████████▋            15,020  70.3% ±0.6  6,360 never asked
           captured   █████████████████▌   ┃               10,690  50.0% ±0.7  4,330 asked, without an answer
           usable     ███████████████▓┤                     9,770  45.7% ±0.7  920 without consent or address
           used       ██████████████▓▎     ┃                4,661  43.6% ±0.9  6,029 of 10,690 contacts not; 4,810 people never
           honoured   █████████████▓▎     ┃                 4,337  42.1% ±1.0  5,953 of 10,290 contacts not; 4,920 people

         ASKED FOR, REACHED BY   email     sms    post   phone     web  contacts    honoured
         › email                 61% ▋   28% ▍   11% ▏     ·     <1% ▏     4,102  61.0% ±1.5  1,148 by sms
           sms                   44% ▌   39% ▌   17% ▎     ·       ·       3,377  39.0% ±1.6  1,486 by email
           post                  52% ▋   31% ▍   17% ▎     ·       ·       2,010  17.0% ±1.6  1,045 by email
           phone                 58% ▋   20% ▎     ·     22% ▎     ·         801  22.0% ±2.9  465 by email
           no preference         80% ▉   20% ▎     ·       ·       ·         400           –  any channel will do

         LEAST HONOURED SERVICES       honoured              n   OF 12 SERVICES                      here           survey 2014
           housing                   18.2% ±1.4  █▏ ┃    3,000   collect a preferred channel  66.7% ±23.6  ███┃▋            57%
           school places             24.0% ±2.2  █▌ ┃    1,440   and ever use it              33.3% ±23.6  █┃▍      under 28.5%
           council tax               53.0% ±1.4  ███┃    5,090   collect content preferences  41.7% ±24.4  ██▉┃             54%
           waste                              –                  and ever use them                      –                   14%
                                                                 let people ask for both      25.0% ±22.2  █┃               21%
                                                                 ask nothing                  33.3% ±23.6  ██┃              39%

         CONSENT  91.0% ±0.6 granted, of people asked  n 8,120
         CONTENT  23.9% ±0.6 captured  n 21,380    – used: no contact says whether it was tailored; map a column to tailored
         RECORDS  412 older than a year    31 people with two at once: the newer counts


         ↵ the contacts  v services  c content  g consent  f filter  p period  b break down  l list                      ? help
        """#

    static let ascii120x36 = #"""
         Riverbend services > Preferences                                                                 * just now  READ-ONLY
         Oct-Dec 2025, against Jul-Sep 2025   all services . all channels . outbound contacts . people
         1 Overview  2 Funnel  3 Paths  4 Channels  5 Preferences  6 Maturity  7 People  8 Feedback  9 Tests  0 Data
        ------------------------------------------------------------------------------------------------------------------------
         42.1% reached as they asked                                                         by chance alone 34.4%    kappa .12
         +-1.0   n 10,290 contacts                                                              goal 60%    before 44.1%  v 2.0
         x 4 contacts to 3 people after consent was withdrawn: must be 0

           contacted  ##################################  21,380               people
           asked      #######################+]           15,020  70.3% +-0.6  6,360 never asked
           captured   ################+]  |               10,690  50.0% +-0.7  4,330 asked, without an answer
           usable     ###############=                     9,770  45.7% +-0.7  920 without consent or address
           used       ##############+]    |                4,661  43.6% +-0.9  6,029 of 10,690 contacts not; 4,810 people never
           honoured   #############+]    |                 4,337  42.1% +-1.0  5,953 of 10,290 contacts not; 4,920 people

         ASKED FOR, REACHED BY   email     sms    post   phone     web  contacts     honoured
         > email                 61% *   28% :   11% .     .     <1% .     4,102  61.0% +-1.5  1,148 by sms
           sms                   44% +   39% :   17% .     .       .       3,377  39.0% +-1.6  1,486 by email
           post                  52% +   31% :   17% .     .       .       2,010  17.0% +-1.6  1,045 by email
           phone                 58% +   20% .     .     22% :     .         801  22.0% +-2.9  465 by email
           no preference         80% #   20% :     .       .       .         400            -  any channel will do

         LEAST HONOURED SERVICES        honoured      n          OF 12 SERVICES                       here          survey 2014
           housing                   18.2% +-1.4  3,000          collect a preferred channel  66.7% +-23.6  ###|            57%
           school places             24.0% +-2.2  1,440          and ever use it              33.3% +-23.6  #|      under 28.5%
           council tax               53.0% +-1.4  5,090          collect content preferences  41.7% +-24.4  ##=|            54%
           waste                               -                 and ever use them                       -                  14%
                                                                 let people ask for both      25.0% +-22.2  #|              21%
                                                                 ask nothing                  33.3% +-23.6  ##|             39%

         CONSENT  91.0% +-0.6 granted, of people asked  n 8,120
         CONTENT  23.9% +-0.6 captured  n 21,380    - used: no contact says whether it was tailored; map a column to tailored
         RECORDS  412 older than a year    31 people with two at once: the newer counts


         enter the contacts  v services  c content  g consent  f filter  p period  b break down  l list                  ? help
        """#

    static let unicode20x5 = #"""
        42.1% reached as as…
        20x5; this view
        wants 60x12

        q leave
        """#

    static let ascii20x5 = #"""
        42.1% reached as as~
        20x5; this view
        wants 60x12

        q leave
        """#
}
