/// The screen Maturity on the invented store, as it should look: compared cell by cell.
enum MaturityGolden {
    static let unicode80x24 = #"""
         Riverbend services › Maturity                            ● just now  READ-ONLY
         Oct–Dec 2025, against Jul–Sep 2025   all services · all channels · five stages
         1  2  3  4  5  6 Maturity  7  8  9  0
        ────────────────────────────────────────────────────────────────────────────────
         2 Enhanced interaction held   3 criteria keep stage 3 back
          1 ● 100%       2 ● 97%       ›3 ○ 56%        4 ○ 69%        5 ○ 16%

         STAGE 3 PERSONALIZATION                   now     goal  to the goal  rating
         › ✓ P1 preference captured          50.0%      60%      █████████▏·  Largely
           ✓ P2 preference used              43.6%      60%      ████████···  Largely
           ✗ P3 honoured beyond chance         .16        .60    ██▉········  Partially
           ✗ P4 consent on record; contact…  91.0% / 4  90% / 0  ···········  Not
           ✓ P5 tailored communications      38.1%      40%      ██████████▌  Fully
           – P6 automated steps              40.0%      50%                   –

         NEXT STEP  Stop contacting people who withdrew consent (P4). Then send on the
         channel each person chose, not on one channel to all (P3).

         WHAT KEEPS STAGE 3 BACK                       is         needs    points short
           P3 honoured beyond chance                   Partially  Largely            23
           P4 consent on record; contacts after with…  Not        Largely            50

         ENABLERS  ● leadership   ○ collaboration   ○ privacy   ◐ agile   ○ feedback
         ↵ evidence  → next stage  ← stage before  m what if  f filter           ? help
        """#

    static let ascii80x24 = #"""
         Riverbend services > Maturity                            * just now  READ-ONLY
         Oct-Dec 2025, against Jul-Sep 2025   all services . all channels . five stages
         1  2  3  4  5  6 Maturity  7  8  9  0
        --------------------------------------------------------------------------------
         2 Enhanced interaction held   3 criteria keep stage 3 back
          1 * 100%       2 * 97%       >3 o 56%        4 o 69%        5 o 16%

         STAGE 3 PERSONALIZATION                   now     goal  to the goal  rating
         > + P1 preference captured          50.0%      60%      #########..  Largely
           + P2 preference used              43.6%      60%      ########...  Largely
           x P3 honoured beyond chance         .16        .60    ###........  Partially
           x P4 consent on record; contact~  91.0% / 4  90% / 0  ...........  Not
           + P5 tailored communications      38.1%      40%      ##########=  Fully
           - P6 automated steps              40.0%      50%                   -

         NEXT STEP  Stop contacting people who withdrew consent (P4). Then send on the
         channel each person chose, not on one channel to all (P3).

         WHAT KEEPS STAGE 3 BACK                       is         needs    points short
           P3 honoured beyond chance                   Partially  Largely            23
           P4 consent on record; contacts after with~  Not        Largely            50

         ENABLERS  * leadership   o collaboration   o privacy   % agile   o feedback
         enter evidence  right next stage  left stage before  m what if          ? help
        """#

    static let unicode120x36 = #"""
         Riverbend services › Maturity                                                                    ● just now  READ-ONLY
         Oct–Dec 2025, against Jul–Sep 2025   all services · all channels · five stages
         1 Overview  2 Funnel  3 Paths  4 Channels  5 Preferences  6 Maturity  7 People  8 Feedback  9 Tests  0 Data
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         2 Enhanced interaction held                                                                 ┌─ 5 Continuous innovation
         3 criteria keep stage 3 back                                         ┌─ 4 Omni-channel ─────┘  16%  not yet
                                                       ┌› 3 Personalization ──┘  69%  not yet
                                ┌─ 2 Enhanced ● ───────┘  56%  next
         ┌─ 1 Initial ● ────────┘  97%  held
         ┘  100%  held

         STAGE 3, PERSONALIZATION AND AUTOMATION               now     goal  to the goal      rating          n  evidence
         › ✓ P1 preference captured                      50.0%      60%      ████████████▌··  Largely    21,380  measured
           ✓ P2 preference used                          43.6%      60%      ██████████▉····  Largely    10,690  measured
           ✗ P3 honoured beyond chance                     .16        .60    ████···········  Partially  10,290  measured
           ✗ P4 consent on record; contacts after with…  91.0% / 4  90% / 0  ···············  Not         8,120  measured
           ✓ P5 tailored communications                  38.1%      40%      ██████████████▎  Fully       9,770  measured
           – P6 automated steps                          40.0%      50%                       –               7  not enough yet
           P1  21,380 people contacted

         NEXT STEP  Stop contacting people who withdrew consent (P4). Then send on the channel each person chose, not on one
         channel to all (P3).

         WHAT KEEPS STAGE 3 BACK                         is         needs    points short  what to do
           P3 honoured beyond chance                     Partially  Largely            23  Send on the channel each person cho…
           P4 consent on record; contacts after withdr…  Not        Largely            50  Stop contacting people who withdrew…
           P6 automated steps                            –          Largely             –  bring evidence: there is too little…

         ENABLERS  ● leadership   ○ collaboration   ○ privacy   ◐ agile   ○ feedback






         ↵ evidence  → next stage  ← stage before  m what if  f filter  p period  b break down  l list                   ? help
        """#

    static let ascii120x36 = #"""
         Riverbend services > Maturity                                                                    * just now  READ-ONLY
         Oct-Dec 2025, against Jul-Sep 2025   all services . all channels . five stages
         1 Overview  2 Funnel  3 Paths  4 Channels  5 Preferences  6 Maturity  7 People  8 Feedback  9 Tests  0 Data
        ------------------------------------------------------------------------------------------------------------------------
         2 Enhanced interaction held                                                                 +- 5 Continuous innovation
         3 criteria keep stage 3 back                                         +- 4 Omni-channel -----+  16%  not yet
                                                       +> 3 Personalization --+  69%  not yet
                                +- 2 Enhanced * -------+  56%  next
         +- 1 Initial * --------+  97%  held
         +  100%  held

         STAGE 3, PERSONALIZATION AND AUTOMATION               now     goal  to the goal      rating          n  evidence
         > + P1 preference captured                      50.0%      60%      ############=..  Largely    21,380  measured
           + P2 preference used                          43.6%      60%      ###########....  Largely    10,690  measured
           x P3 honoured beyond chance                     .16        .60    ####...........  Partially  10,290  measured
           x P4 consent on record; contacts after with~  91.0% / 4  90% / 0  ...............  Not         8,120  measured
           + P5 tailored communications                  38.1%      40%      ##############=  Fully       9,770  measured
           - P6 automated steps                          40.0%      50%                       -               7  not enough yet
           P1  21,380 people contacted

         NEXT STEP  Stop contacting people who withdrew consent (P4). Then send on the channel each person chose, not on one
         channel to all (P3).

         WHAT KEEPS STAGE 3 BACK                         is         needs    points short  what to do
           P3 honoured beyond chance                     Partially  Largely            23  Send on the channel each person cho~
           P4 consent on record; contacts after withdr~  Not        Largely            50  Stop contacting people who withdrew~
           P6 automated steps                            -          Largely             -  bring evidence: there is too little~

         ENABLERS  * leadership   o collaboration   o privacy   % agile   o feedback






         enter evidence  right next stage  left stage before  m what if  f filter  p period  b break down  l list        ? help
        """#

    static let unicode20x5 = #"""
        stage 2 Enhanced in…
        20x5; this view
        wants 60x12

        q leave
        """#

    static let ascii20x5 = #"""
        stage 2 Enhanced in~
        20x5; this view
        wants 60x12

        q leave
        """#
}
