/// Where those who dropped went next, place by place: a table of touchpoints by channels, of which there are few.
struct NextPlaces {
    struct Place {
        /// Codes; -1 for none.
        var touchpoint: Int32
        var channel: Int32
    }

    /// Places that somebody went to, and how many.
    let counts: [(place: Place, count: Int)]
    private let next: Pieces<FunnelTally.Next>
    private let width: Int
    private let size: Int

    init(_ next: Pieces<FunnelTally.Next>, touchpoints: Int, channels: Int) {
        self.next = next
        width = channels + 1
        size = (touchpoints + 1) * width
        var table = [Int](repeating: 0, count: size)
        let width = width
        next.forEach { table[NextPlaces.index($0, width)] += 1 }
        counts = table.indices.filter { table[$0] > 0 }.map { index in
            (Place(touchpoint: Int32(index / width) - 1, channel: Int32(index % width) - 1), table[index])
        }
    }

    /// The delays of each of `places`, in no order.
    func delays(of places: [Place]) -> [[Int64]] {
        var slots = [Int8](repeating: -1, count: size)
        for (slot, place) in places.enumerated() {
            slots[Int(place.touchpoint + 1) * width + Int(place.channel) + 1] = Int8(slot)
        }
        var delays = places.map { _ in [Int64]() }
        let width = width
        next.forEach { one in
            let slot = slots[NextPlaces.index(one, width)]
            if slot >= 0 { delays[Int(slot)].append(one.delay) }
        }
        return delays
    }

    @inline(__always)
    private static func index(_ next: FunnelTally.Next, _ width: Int) -> Int {
        Int(next.key >> 32) * width + Int(next.key & 0xFFFF_FFFF)
    }
}
