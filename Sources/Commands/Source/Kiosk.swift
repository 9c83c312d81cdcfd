/// Workshop mode: a dashboard that guests have in front of them (`--kiosk`, or CXM_KIOSK for a whole session; docs/TOUR.md).
///
/// What it switches: answers are protected as with `--public`, in commands too where the variable is set; a view, a picture
/// or a recording of what is shown cannot be kept (`Recording` is refused here; views, exports, lists of people and the text
/// of rejected rows by the dashboard, which knows it as `StoreFacts.isKiosk`); and Ctrl-Z leaves nobody a shell.
struct Kiosk: Hashable, Sendable {
    let isOn: Bool

    /// The variable that says so, whatever it is set to.
    static let variable = "CXM_KIOSK"

    static let off = Kiosk(asked: false, environment: [:])

    /// - Parameter asked: on the command line.
    init(asked: Bool, environment: [String: String]) {
        isOn = asked || environment[Self.variable] != nil
    }

    static let declaresNothing = Complaint(
        "kiosk mode: nothing is declared",
        hint: "leave \(Self.variable) unset"
    )

    /// Whether the program may be stopped and the shell behind it come forward.
    var mayStop: Bool { !isOn }

    /// - Throws: `Complaint` where guests would see or change what was imported.
    func checkStoreWork() throws(Complaint) {
        guard isOn else { return }
        throw Complaint(
            "kiosk mode: imports are neither listed nor taken out here",
            hint: "do it where \(Self.variable) is not set"
        )
    }

    /// - Throws: `Complaint` where what is shown was to be recorded, and must not be.
    func check(recording file: String?) throws(Complaint) {
        guard isOn, file != nil else { return }
        throw Complaint(
            "kiosk mode: nothing is recorded",
            hint: "leave out --record, or --kiosk and \(Self.variable)"
        )
    }
}
