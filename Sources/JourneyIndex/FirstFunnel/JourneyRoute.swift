/// One journey while its events pass: the touchpoints that it gets to, each once, in the order in which it first does. Reused
/// from journey to journey.
final class JourneyRoute {
    /// Code + 1 of the first service that an event of it names; 0 where none does.
    private(set) var service = 0
    private(set) var isStarted = false
    /// Completed (D12): nothing that comes later belongs to it.
    private(set) var isCompleted = false
    /// Codes; that of the completing event comes last.
    private let touchpoints = WorkingMemory<Int32>()
    /// By code: the last journey that got there.
    private let seen: WorkingTable<Int>
    /// Where roles hold on some channels only: the same of touchpoints and classes of channels together.
    private let spots = WorkingMemory<Int32>()
    private let seenSpots: WorkingTable<Int>
    private let classes: Int
    private var journey = 1
    /// Whether any event belongs to it yet, and when the latest was.
    private(set) var last: Int64?

    /// - Parameter classes: of channels that roles tell apart.
    init(touchpoints: Int, classes: Int) {
        seen = WorkingTable(repeating: 0, count: touchpoints)
        seenSpots = WorkingTable(repeating: 0, count: classes > 1 ? touchpoints * classes : 0)
        self.classes = classes
    }

    /// How many touchpoints it gets to, on channels of different classes.
    var spotCount: Int { classes > 1 ? spots.count : touchpoints.count }

    /// The touchpoint's code, times the classes, and the class.
    @inline(__always)
    func spot(_ place: Int) -> Int32 { classes > 1 ? spots[place] : touchpoints[place] }

    var count: Int { touchpoints.count }

    @inline(__always)
    subscript(place: Int) -> Int32 { touchpoints[place] }

    /// Takes in what an event says of the whole journey.
    @inline(__always)
    func note(service slot: Int, at time: Int64, isStart: Bool) {
        if service == 0 { service = slot }
        if isStart { isStarted = true }
        last = time
    }

    @inline(__always)
    func reach(_ touchpoint: Int32, _ channel: @autoclosure () -> Int32) {
        guard touchpoint >= 0 else { return }
        if classes > 1 {
            let spot = Int(touchpoint) * classes + Int(channel())
            if seenSpots[spot] != journey {
                seenSpots[spot] = journey
                spots.append(Int32(truncatingIfNeeded: spot))
            }
        }
        guard seen[Int(touchpoint)] != journey else { return }
        seen[Int(touchpoint)] = journey
        touchpoints.append(touchpoint)
    }

    func complete(at touchpoint: Int32, _ channel: @autoclosure () -> Int32) {
        isCompleted = true
        guard touchpoint >= 0 else { return }
        let number = channel()
        reach(touchpoint, number)
        if classes > 1 {
            let last = touchpoint * Int32(classes) + number
            JourneyRoute.move(in: spots) { $0 == last ? 2 : $0 / Int32(self.classes) == touchpoint ? 1 : 0 }
        }
        guard touchpoints[count - 1] != touchpoint else { return }
        JourneyRoute.move(in: touchpoints) { $0 == touchpoint ? 1 : 0 }
    }

    /// What has a higher rank comes later; what has the same stays as it is.
    private static func move(in memory: borrowing WorkingMemory<Int32>, _ rank: (Int32) -> Int) {
        let all = memory.array
        memory.removeAll()
        for wanted in 0...2 {
            for code in all where rank(code) == wanted { memory.append(code) }
        }
    }

    func removeAll() {
        touchpoints.removeAll()
        spots.removeAll()
        (service, isStarted, isCompleted, last) = (0, false, false, nil)
        journey += 1
    }
}
