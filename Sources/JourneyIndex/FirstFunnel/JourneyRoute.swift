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
    private var journey = 1
    /// Whether any event belongs to it yet, and when the latest was.
    private(set) var last: Int64?

    init(touchpoints: Int) {
        seen = WorkingTable(repeating: 0, count: touchpoints)
    }

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
    func reach(_ touchpoint: Int32) {
        guard touchpoint >= 0, seen[Int(touchpoint)] != journey else { return }
        seen[Int(touchpoint)] = journey
        touchpoints.append(touchpoint)
    }

    func complete(at touchpoint: Int32) {
        isCompleted = true
        guard touchpoint >= 0 else { return }
        reach(touchpoint)
        guard touchpoints[count - 1] != touchpoint else { return }
        let others = touchpoints.array.filter { $0 != touchpoint }
        touchpoints.removeAll()
        for other in others { touchpoints.append(other) }
        touchpoints.append(touchpoint)
    }

    func removeAll() {
        touchpoints.removeAll()
        (service, isStarted, isCompleted, last) = (0, false, false, nil)
        journey += 1
    }
}
