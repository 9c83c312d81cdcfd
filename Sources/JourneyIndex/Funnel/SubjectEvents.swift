/// The events of one subject that a funnel looks at, gathered from the columns, in the order of D1, and the groups in
/// which they are matched: instants, or under ties by file single events. Reused from subject to subject, so that the
/// scan allocates nothing once the arrays have grown to the largest subject.
struct SubjectEvents {
    private(set) var time: [Int64] = []
    /// Bits of the steps each event matches (`FunnelPlan.steps`).
    private(set) var steps: [UInt64] = []
    /// Depths at which the event is an exclusion.
    private(set) var zone: [UInt64] = []
    private(set) var service: [Int32] = []
    /// Where each event stands in the projection.
    private(set) var position: [Int32] = []
    /// Where each group begins, and the end.
    private(set) var groups: [Int] = []
    /// By group: all step bits of its events.
    private(set) var groupSteps: [UInt64] = []
    /// By group: depths at which one of its events is an exclusion; the same for events that match no required step.
    private(set) var groupZone: [UInt64] = []
    private(set) var groupPureZone: [UInt64] = []
    /// Instants at which two or more events match a step.
    private(set) var tieGroups = 0
    /// Whether a group holds more than one event that matches a required step.
    private(set) var hasTies = false

    var count: Int { time.count }
    var groupCount: Int { groupSteps.count }

    @inline(__always)
    func groupTime(_ group: Int) -> Int64 { time[groups[group]] }

    @inline(__always)
    func members(_ group: Int) -> Range<Int> { groups[group]..<groups[group + 1] }

    mutating func removeAll() {
        time.removeAll(keepingCapacity: true)
        steps.removeAll(keepingCapacity: true)
        zone.removeAll(keepingCapacity: true)
        service.removeAll(keepingCapacity: true)
        position.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    mutating func append(time: Int64, steps: UInt64, zone: UInt64, service: Int32, position: Int) {
        self.time.append(time)
        self.steps.append(steps)
        self.zone.append(zone)
        self.service.append(service)
        self.position.append(Int32(truncatingIfNeeded: position))
    }

    /// Makes the groups; `required` has the bits of required steps.
    mutating func group(byInstant: Bool, required: UInt64) {
        groups.removeAll(keepingCapacity: true)
        groupSteps.removeAll(keepingCapacity: true)
        groupZone.removeAll(keepingCapacity: true)
        groupPureZone.removeAll(keepingCapacity: true)
        tieGroups = 0
        hasTies = false
        var first = 0
        while first < count {
            var next = first
            var bits: UInt64 = 0
            var zones: UInt64 = 0
            var pure: UInt64 = 0
            var matching = 0
            while next < count, next == first || (byInstant && time[next] == time[first]) {
                bits |= steps[next]
                zones |= zone[next]
                if steps[next] & required == 0 { pure |= zone[next] } else { matching += 1 }
                next += 1
            }
            groups.append(first)
            groupSteps.append(bits)
            groupZone.append(zones)
            groupPureZone.append(pure)
            if matching > 1 { hasTies = true }
            first = next
        }
        groups.append(count)
        countTies(required)
    }

    /// Keeps only the step bits of events for which `keeps` holds: the rest is still there for exclusions and strict
    /// order (D6, all steps).
    func keepingSteps(required: UInt64, byInstant: Bool, where keeps: (Int) -> Bool) -> SubjectEvents {
        var kept = self
        for index in 0..<count where !keeps(index) { kept.steps[index] = 0 }
        kept.group(byInstant: byInstant, required: required)
        return kept
    }

    private mutating func countTies(_ required: UInt64) {
        var last: Int64?
        var size = 0
        for index in 0..<count where steps[index] & required != 0 {
            size = time[index] == last ? size + 1 : 1
            if size == 2 { tieGroups += 1 }
            last = time[index]
        }
    }
}
