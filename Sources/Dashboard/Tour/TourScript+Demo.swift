extension TourScript {
    /// The tour of the demo town (DEMO.md), which comes with the program.
    public static let demo = """
        # The tour of Riverbend, the demo town: from the gaps to what to do about them.
        # To begin one of your own: cxm tour --print > my.tour   (docs/TOUR.md says what each line means)

        caption Riverbend is a town that does not exist, and this is its last quarter. Every figure stands beside its
        caption goal and the quarter before. Completion has just reached its goal; digital take-up is far from it.
        point COMPLETION
        wait

        caption Below are the gaps, by the people they touch. One goes before all others though it touches only four:
        caption they were written to after they had withdrawn their consent. That must not happen at all.
        point Contacted after withdrawing
        wait

        caption Housing is among them: of those who start an application, fewer than two in three finish it.
        key /
        type housing, did
        key enter
        point Started housing
        wait

        caption Enter opens what explains it: the funnel of housing. About half of those who start finish. In the quarter
        caption before it was two thirds, and it is at the first form that most drop.
        key enter
        point 1 start form
        wait

        caption Enter again: where they went. More than two in five of those who dropped picked up the phone instead,
        caption and the channels below say the same.
        key enter
        point phone enquiry (phone)
        wait

        caption What that means is on the Channels. Something done by phone costs many times what it costs on the web, and
        caption these calls would not have been needed.
        screen 4
        point cost each
        wait

        caption Were people at least reached the way they had asked for? Four in ten contacts were, hardly more than
        caption chance alone would give. Most of the loss is in what was asked and then not used.
        screen 5
        point by chance
        wait

        caption So the town is held at stage two of five. Each criterion stands beside what it needs, and below them is
        caption what to do next: first the consent that was passed over, then notices that follow the preference on record.
        screen 6
        point NEXT STEP
        wait

        caption What would it bring to use every preference there is? m supposes the criterion under the cursor met, and
        caption says what would still be in the way.
        key down
        key m
        point WHAT IF
        wait

        caption From here it is yours: d leaves this tour for the dashboard, where ? lists the keys, r shows how any figure
        caption came about, and z undoes what you change. Nothing you do there changes the data.
        reset

        """
}
