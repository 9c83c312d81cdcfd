import JourneyModel
import Tallies

/// Where somebody went next, and after what time.
struct NextPlace: BitwiseCopyable, Sendable {
    /// Touchpoint and channel codes, + 1 each.
    var key: UInt64
    var delay: Int64

    init(touchpoint: Int32, channel: Int32, delay: Int64) {
        key = UInt64(UInt32(bitPattern: touchpoint + 1)) << 32 | UInt64(UInt32(bitPattern: channel + 1))
        self.delay = delay
    }
}

/// The names of places: touchpoints by channels, of which there are few.
struct PlaceNames: Sendable {
    private let touchpoint: IndexedDimension?
    private let channel: IndexedDimension?

    init(_ source: EventSource) {
        touchpoint = source.dimensionIfAny(Dimension.touchpoint)
        channel = source.dimensionIfAny(Dimension.channel)
    }

    /// The delays by place.
    func table(_ next: UnsafeBufferPointer<NextPlace>) -> TallyTable<FunnelCounts.Place, Spans> {
        let width = (channel?.values.count ?? 0) + 1
        func index(_ one: NextPlace) -> Int { Int(one.key >> 32) * width + Int(one.key & 0xFFFF_FFFF) }
        var counts = [Int](repeating: 0, count: next.isEmpty ? 0 : ((touchpoint?.values.count ?? 0) + 1) * width)
        for one in next { counts[index(one)] += 1 }
        var slots = counts
        var delays: [[Int64]] = []
        for (place, count) in counts.enumerated() where count > 0 {
            slots[place] = delays.count
            delays.append([])
            delays[delays.count - 1].reserveCapacity(count)
        }
        for one in next { delays[slots[index(one)]].append(one.delay) }
        var table = [FunnelCounts.Place: Spans](minimumCapacity: delays.count)
        for (place, count) in counts.enumerated() where count > 0 {
            let name = name(touchpoint: Int32(place / width) - 1, channel: Int32(place % width) - 1)
            table[name, default: Spans()].add(Spans(delays[slots[place]]))
        }
        return TallyTable(table)
    }

    private func name(touchpoint code: Int32, channel channelCode: Int32) -> FunnelCounts.Place {
        FunnelCounts.Place(
            touchpoint: touchpoint?.valueName(of: code) ?? .missing,
            channel: channel?.valueName(of: channelCode) ?? .missing
        )
    }
}
