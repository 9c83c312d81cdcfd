import JourneyModel

/// One event before it is written.
struct Moment {
    var touchpoint: Touchpoint
    /// Nil only in the few events that a broken log left unattributed (D27).
    var channel: TownChannel?
    var service: TownService?
    var time: Timestamp
    var caseID: String?
    var session: String?
    var duration: Milliseconds?
    var outcome: String?
    var direction: String?
    var purpose: String?
    var actor: String?
    var reason: String?
    /// The arm of a test (D7).
    var variant: String?
    /// What kind of case it is, said where the case begins.
    var caseKind: String?
    var isRouted = false
    var isTailored: Bool?
    var asksAgain = false
    var isAnonymous = false

    init(_ touchpoint: Touchpoint, _ channel: TownChannel?, _ service: TownService?, at time: Timestamp) {
        self.touchpoint = touchpoint
        self.channel = channel
        self.service = service
        self.time = time
    }
}
