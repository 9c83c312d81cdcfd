/// The events of one subject that a funnel looks at, gathered from the columns, in the order of D1, and the groups in
/// which they are matched: instants, or under ties by file single events. Reused from subject to subject, so that the
/// scan allocates nothing once the memory has grown to the largest subject.
final class SubjectEvents {
    /// What is known of one event.
    struct Event: BitwiseCopyable {
        var time: Int64
        /// Bits of the steps it matches (`FunnelPlan.steps`).
        var steps: UInt64
        /// Depths at which it is an exclusion.
        var zone: UInt64
        var service: Int32
        /// Where it stands in the projection.
        var position: Int32
        /// Nanoseconds beyond the millisecond (`FineOrder`).
        var fine: Int32 = 0

        /// At the same instant as `other`.
        @inline(__always)
        func isAt(_ other: Event) -> Bool { time == other.time && fine == other.fine }
    }

    /// What is known of the events of one group together.
    private struct Group: BitwiseCopyable {
        var first: Int
        var steps: UInt64
        var zone: UInt64
        var pureZone: UInt64
    }

    private let events = WorkingMemory<Event>()
    /// One more than there are: the last only marks the end.
    private let groups = WorkingMemory<Group>()
    /// Instants at which two or more events match a required step.
    private(set) var tieGroups = 0
    /// Whether a group holds more than one event that matches a required step.
    private(set) var hasTies = false

    var count: Int { events.count }
    var groupCount: Int { max(0, groups.count - 1) }

    @inline(__always)
    subscript(index: Int) -> Event { events[index] }

    @inline(__always)
    func time(_ index: Int) -> Int64 { events[index].time }

    /// The event `later` is strictly later than `earlier`.
    @inline(__always)
    func isLater(_ later: Int, than earlier: Int) -> Bool {
        let (left, right) = (events[earlier], events[later])
        return left.time < right.time || (left.time == right.time && left.fine < right.fine)
    }

    @inline(__always)
    func steps(_ index: Int) -> UInt64 { events[index].steps }

    @inline(__always)
    func position(_ index: Int) -> Int { Int(events[index].position) }

    @inline(__always)
    func groupTime(_ group: Int) -> Int64 { events[groups[group].first].time }

    /// All step bits of the group's events.
    @inline(__always)
    func groupSteps(_ group: Int) -> UInt64 { groups[group].steps }

    /// Depths at which one of the group's events is an exclusion.
    @inline(__always)
    func groupZone(_ group: Int) -> UInt64 { groups[group].zone }

    /// The same for events that match no required step.
    @inline(__always)
    func groupPureZone(_ group: Int) -> UInt64 { groups[group].pureZone }

    @inline(__always)
    func members(_ group: Int) -> Range<Int> { groups[group].first..<groups[group + 1].first }

    func removeAll() {
        events.removeAll()
        groups.removeAll()
    }

    @inline(__always)
    func append(_ event: Event) { events.append(event) }

    /// Makes the groups; `required` has the bits of required steps.
    func group(byInstant: Bool, required: UInt64) {
        groups.removeAll()
        tieGroups = 0
        hasTies = false
        var tied = 0
        var last = 0
        var first = 0
        while first < count {
            var group = Group(first: first, steps: 0, zone: 0, pureZone: 0)
            var next = first
            var matching = 0
            repeat {
                let event = events[next]
                group.steps |= event.steps
                group.zone |= event.zone
                if event.steps & required == 0 {
                    group.pureZone |= event.zone
                } else {
                    matching += 1
                    tied = tied > 0 && event.isAt(events[last]) ? tied + 1 : 1
                    if tied == 2 { tieGroups += 1 }
                    last = next
                }
                next += 1
            } while next < count && byInstant && events[next].isAt(events[first])
            groups.append(group)
            if matching > 1 { hasTies = true }
            first = next
        }
        groups.append(Group(first: count, steps: 0, zone: 0, pureZone: 0))
    }

    /// Takes over the events of `other`, with step bits only where `keeps` holds: the rest is still there for exclusions
    /// and strict order (D6, all steps).
    func copy(_ other: SubjectEvents, byInstant: Bool, required: UInt64, keepingStepsWhere keeps: (Int) -> Bool) {
        removeAll()
        for index in 0..<other.count {
            var event = other[index]
            if !keeps(index) { event.steps = 0 }
            append(event)
        }
        group(byInstant: byInstant, required: required)
    }
}
