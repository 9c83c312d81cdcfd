/// The funnel on the invented store, as it should look: compared cell by cell.
enum FunnelGolden {
    static let unicode80x24 = #"""
         Riverbend services › Funnel                              ● just now  READ-ONLY
         Oct–Dec 2025, against Jul–Sep 2025   people · within 14 d
         1  2 Funnel  3  4  5  6  7  8  9  0
        ────────────────────────────────────────────────────────────────────────────────
         38.2% convert          4,213 entered  1,609 converted  212 pending  2,392 lost
         ±1.5   40.2% once time is up            median 1 d 16 h    90% within 9 d 20 h

         › 1 landing          ██████████████████████████████████████  4,213
                              ╰ 1,102 lost, 26.2%   next: nothing 61%      median 3 min
           2 start form       ███████████████████████████▋┤           3,067  72.8% ±1.3
                              ╰   711 lost, 23.2%   next: nothing 40%    median 1 d 2 h
           3 upload document  ███████████████████▓▌┤                  2,268  73.9% ±1.6
                              ╰   402 lost, 17.7%   next: nothing 52%        median 9 h
           4 submit           ███████████████▓▎░                      1,801  79.4% ±1.7
                              ╰   177 lost,  9.8%   next: nothing 85%      median 2 min
           5 confirmation     █████████████▓▌┤                        1,609  89.3% ±1.4

         BY CHANNEL OF ENTRY  entered ↓  converted        rate        against the rest
           web                    1,912        801  41.9% ±2.2   +6.8  (3.8 to 9.7)
           app                    1,120        470  42.0% ±2.9   +5.1  (1.8 to 8.5)
           phone                    796        220  27.6% ±3.1  −13.0  (−16.4 to −9.4)
           counter                  385        118  30.6% ±4.6   −8.3  (−13.0 to −3.3)

         ↵ who and where  s steps  f filter  p period  w window  t times         ? help
        """#

    static let ascii80x24 = #"""
         Riverbend services > Funnel                              * just now  READ-ONLY
         Oct-Dec 2025, against Jul-Sep 2025   people . within 14 d
         1  2 Funnel  3  4  5  6  7  8  9  0
        --------------------------------------------------------------------------------
         38.2% convert          4,213 entered  1,609 converted  212 pending  2,392 lost
         +-1.5   40.2% once time is up           median 1 d 16 h    90% within 9 d 20 h

         > 1 landing          #####################################  4,213
                              ` 1,102 lost, 26.2%   next: nothing 61%      median 3 min
           2 start form       ##########################+]           3,067  72.8% +-1.3
                              `   711 lost, 23.2%   next: nothing 40%    median 1 d 2 h
           3 upload document  ###################+]                  2,268  73.9% +-1.6
                              `   402 lost, 17.7%   next: nothing 52%        median 9 h
           4 submit           ###############+]-                     1,801  79.4% +-1.7
                              `   177 lost,  9.8%   next: nothing 85%      median 2 min
           5 confirmation     #############+]-                       1,609  89.3% +-1.4

         BY CHANNEL OF ENTRY  entered v  converted         rate        against the rest
           web                    1,912        801  41.9% +-2.2   +6.8  (3.8 to 9.7)
           app                    1,120        470  42.0% +-2.9   +5.1  (1.8 to 8.5)
           phone                    796        220  27.6% +-3.1  -13.0  (-16.4 to -9.4)
           counter                  385        118  30.6% +-4.6   -8.3  (-13.0 to -3.3)

         enter who and where  s steps  f filter  p period  w window  t times     ? help
        """#

    static let unicode120x36 = #"""
         Riverbend services › Funnel                                                                      ● just now  READ-ONLY
         Oct–Dec 2025, against Jul–Sep 2025   all services · all channels · people · within 14 d
         1 Overview  2 Funnel  3 Paths  4 Channels  5 Preferences  6 Maturity  7 People  8 Feedback  9 Tests  0 Data
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         38.2% convert                                 4,213 entered    1,609 converted    212 still on their way    2,392 lost
         ±1.5   40.2% of those whose time is up   ▲ 4.6  before 35.6%                    median 1 d 16 h    90% within 9 d 20 h

         › 1 landing          ██████████████████████████████████████████████████████████████████████████████  4,213
                              ╰ 1,102 lost, 26.2%   next: nothing 61% · call (phone) 18% · help page (web) 12%     median 3 min
           2 start form       ███████████████████████████████████████████████████████▓▊┤                      3,067  72.8% ±1.3
                              ╰   711 lost, 23.2%   next: nothing 40% · call (phone) 33% ▲                       median 1 d 2 h
           3 upload document  ████████████████████████████████████████▓▓─┤                                    2,268  73.9% ±1.6
                              ╰   402 lost, 17.7%   next: nothing 52% · letter (post) 20% · call (phone) 14%         median 9 h
           4 submit           ████████████████████████████████▓▍┤░░                                           1,801  79.4% ±1.7
                              ╰   177 lost,  9.8%   next: nothing 85% · call (phone) 15%                           median 2 min
           5 confirmation     ████████████████████████████▓▊┤░░░                                              1,609  89.3% ±1.4

         BY CHANNEL OF ENTRY  entered ↓  converted                                       rate        against the rest    median
           web                    1,912        801  █████████████████████████▓▓▏┤  41.9% ±2.2   +6.8  (3.8 to 9.7)     1 d 20 h
           app                    1,120        470  █████████████████████████▓▓▏┤  42.0% ±2.9   +5.1  (1.8 to 8.5)      1 d 2 h
           phone                    796        220  ███████████████▓▓▉─┤           27.6% ±3.1  −13.0  (−16.4 to −9.4)   6 d 1 h
           counter                  385        118  ████████████████▓▓▓▊──┤        30.6% ±4.6   −8.3  (−13.0 to −3.3)   4 d 9 h

         ░ still on their way     ▓─┤ 95% interval     ▲ more than the period before, beyond the interval

         HOW MANY TOOK HOW LONG                                       CONVERTED BY THEN, OF EVERYBODY WHO ENTERED
         from   20 min  ██████████████████████████████████████ 885     40%                                          ▁▁▂▂▃▃▃▄▄▅▅
         from  2 d 6 h  █████████▉                             230                                   ▁▂▂▃▃▄▄▅▆▆▇▇▇█████████████
         from 4 d 12 h  ███████                                162                        ▁▂▃▄▄▅▆▇▇████████████████████████████
         from 6 d 18 h  █████▌                                 128                ▁▂▃▄▅▆▇██████████████████████████████████████
         from 8 d 23 h  ████▋                                  109            ▂▄▆▇█████████████████████████████████████████████
         from     11 d  ████▏                                   95          ▄▇█████████████████████████████████████████████████
                                                                           ████████████████████████████████████████████████████
                                                                        0% ████████████████████████████████████████████████████
                                                                           0                                        13 d: 38.2%
         ↵ who and where  s steps  f filter  p period  w window  t times  b break down  l list                           ? help
        """#

    static let ascii120x36 = #"""
         Riverbend services > Funnel                                                                      * just now  READ-ONLY
         Oct-Dec 2025, against Jul-Sep 2025   all services . all channels . people . within 14 d
         1 Overview  2 Funnel  3 Paths  4 Channels  5 Preferences  6 Maturity  7 People  8 Feedback  9 Tests  0 Data
        ------------------------------------------------------------------------------------------------------------------------
         38.2% convert                                 4,213 entered    1,609 converted    212 still on their way    2,392 lost
         +-1.5   40.2% of those whose time is up   ^ 4.6  before 35.6%                   median 1 d 16 h    90% within 9 d 20 h

         > 1 landing          #############################################################################  4,213
                              ` 1,102 lost, 26.2%   next: nothing 61% . call (phone) 18% . help page (web) 12%     median 3 min
           2 start form       #######################################################+~]                     3,067  72.8% +-1.3
                              `   711 lost, 23.2%   next: nothing 40% . call (phone) 33% ^                       median 1 d 2 h
           3 upload document  ########################################+=]-                                   2,268  73.9% +-1.6
                              `   402 lost, 17.7%   next: nothing 52% . letter (post) 20% . call (phone) 14%         median 9 h
           4 submit           ###############################++~]--                                          1,801  79.4% +-1.7
                              `   177 lost,  9.8%   next: nothing 85% . call (phone) 15%                           median 2 min
           5 confirmation     ############################+=]--                                              1,609  89.3% +-1.4

         BY CHANNEL OF ENTRY  entered v  converted                                       rate        against the rest    median
           web                    1,912        801  ########################++~]  41.9% +-2.2   +6.8  (3.8 to 9.7)     1 d 20 h
           app                    1,120        470  ########################++~]  42.0% +-2.9   +5.1  (1.8 to 8.5)      1 d 2 h
           phone                    796        220  ###############++~~]          27.6% +-3.1  -13.0  (-16.4 to -9.4)   6 d 1 h
           counter                  385        118  ################+++~~~]       30.6% +-4.6   -8.3  (-13.0 to -3.3)   4 d 9 h

         - still on their way     +~] 95% interval     ^ more than the period before, beyond the interval

         HOW MANY TOOK HOW LONG                                       CONVERTED BY THEN, OF EVERYBODY WHO ENTERED
         from   20 min  ###################################### 885     40%                                          __..:::--==
         from  2 d 6 h  ##########                             230                                   _..::--=++***#############
         from 4 d 12 h  #######                                162                        _.:--=+**############################
         from 6 d 18 h  #####=                                 128                _.:-=+*######################################
         from 8 d 23 h  ####=                                  109            .-+*#############################################
         from     11 d  ####                                    95          -*#################################################
                                                                           ####################################################
                                                                        0% ####################################################
                                                                           0                                        13 d: 38.2%
         enter who and where  s steps  f filter  p period  w window  t times  b break down  l list                       ? help
        """#

    static let unicode20x5 = #"""
        38.2% convert
        20x5; this view
        wants 60x12

        q leave
        """#

    static let ascii20x5 = #"""
        38.2% convert
        20x5; this view
        wants 60x12

        q leave
        """#
}
