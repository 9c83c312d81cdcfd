import JourneyModel

/// When in the two years things happen: for every service the days by weight of month and weekday.
struct Seasons {
    private let calendar: TownCalendar
    /// By service: the sum of the weights up to and including each day.
    private let sums: [[Int]]

    init(calendar: TownCalendar) {
        self.calendar = calendar
        sums = TownService.allCases.map { service in
            let months = service.plan.months
            var sum = 0
            return (0..<calendar.days).map { offset in
                let date = CivilDate(daysSinceEpoch: calendar.firstDay.daysSinceEpoch + offset)
                sum += months[date.month - 1] * (date.weekday < 6 ? 10 : 6)
                return sum
            }
        }
    }

    /// Midnight of a day, drawn by the season of `service`.
    func day(for service: TownService, _ random: inout TownRandom) -> Timestamp {
        let sums = sums[service.rawValue]
        let target = Int(random.below(Int64(sums.last ?? 0)))
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target { high = middle } else { low = middle + 1 }
        }
        return calendar.start.advanced(by: Milliseconds(low) * .day)
    }
}

/// Hours of the day at which people use a channel, by weight from midnight on.
enum Hours {
    static let online = [1, 0, 0, 0, 0, 1, 3, 6, 9, 10, 10, 9, 9, 9, 9, 9, 9, 10, 12, 14, 14, 12, 8, 4]
    static let open = [0, 0, 0, 0, 0, 0, 0, 0, 8, 14, 15, 13, 9, 9, 12, 11, 9, 5]

    static func time(on day: Timestamp, online isOnline: Bool, _ random: inout TownRandom) -> Timestamp {
        let hour = random.pick(isOnline ? online : open)
        return day.advanced(by: Milliseconds(hour) * .hour + random.below(.hour))
    }
}
