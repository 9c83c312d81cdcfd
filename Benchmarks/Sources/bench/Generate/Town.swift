/// What there is in the town whose people the generator sends on journeys.
enum Town {
    /// A channel, how often it is chosen, and the pence of a contact on it.
    struct Channel: Sendable {
        var name: String
        var weight: Int
        var cost: Int
    }

    static let channels = [
        Channel(name: "web", weight: 34, cost: 9), Channel(name: "app", weight: 20, cost: 7),
        Channel(name: "phone", weight: 16, cost: 450), Channel(name: "email", weight: 9, cost: 80),
        Channel(name: "counter", weight: 8, cost: 900), Channel(name: "sms", weight: 5, cost: 6),
        Channel(name: "post", weight: 5, cost: 280), Channel(name: "chat", weight: 3, cost: 160),
    ]
    static let channelSums = sums(channels.map(\.weight))

    static let services = [
        "passport", "driving_licence", "council_tax", "housing_benefit", "school_place", "blue_badge", "birth_record",
        "marriage_record", "parking_permit", "planning", "pension", "waste_collection",
    ]
    static let serviceSums = sums([17, 15, 13, 12, 10, 8, 7, 5, 5, 3, 3, 2])

    static let outcomes = ["success", "pending", "error", "abandoned"]

    static let regions = (1...20).map { "region_" + ($0 < 10 ? "0" : "") + "\($0)" }
    /// The first regions are cities.
    static let regionSums = sums((1...20).map { 240 / ($0 + 3) })

    static func sums(_ weights: [Int]) -> [Int] {
        var sum = 0
        return weights.map { weight in
            sum += weight
            return sum
        }
    }
}
