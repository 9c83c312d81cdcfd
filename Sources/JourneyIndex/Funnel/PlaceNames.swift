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
        // The delays of each place one after another.
        var ends = counts
        var start = 0
        for place in counts.indices {
            ends[place] = start
            start += counts[place]
        }
        let delays = [Int64](unsafeUninitializedCapacity: next.count) { delays, count in
            for one in next {
                let place = index(one)
                delays[ends[place]] = one.delay
                ends[place] += 1
            }
            count = next.count
        }
        var table = [FunnelCounts.Place: Spans](minimumCapacity: counts.count { $0 > 0 })
        for (place, count) in counts.enumerated() where count > 0 {
            let name = name(touchpoint: Int32(place / width) - 1, channel: Int32(place % width) - 1)
            table[name, default: Spans()].add(Spans(Array(delays[ends[place] - count..<ends[place]])))
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
