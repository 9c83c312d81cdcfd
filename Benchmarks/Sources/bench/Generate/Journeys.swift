/// The journeys of as many people as it takes for a number of events, in the order of time: a heap of travellers, the one
/// whose event comes next on top.
struct Journeys {
    private var heap: [Traveller] = []
    /// All people, in the order of their numbers.
    let people: Int

    init(events: Int, seed: UInt64) {
        var rest = events
        var person = 0
        while rest > 0 {
            let traveller = Traveller(person: person, seed: seed, most: rest)
            heap.append(traveller)
            rest -= Int(traveller.left)
            person += 1
        }
        people = person
        for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
    }

    /// Nil where all have arrived.
    mutating func next() -> Event? {
        guard !heap.isEmpty else { return nil }
        let event = heap[0].travel()
        if heap[0].left == 0 {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        }
        sink(0)
        return event
    }

    private mutating func sink(_ start: Int) {
        var place = start
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && isBefore(child, least) {
                least = child
            }
            if least == place { return }
            heap.swapAt(place, least)
            place = least
        }
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        (heap[left].time, heap[left].person) < (heap[right].time, heap[right].person)
    }
}
