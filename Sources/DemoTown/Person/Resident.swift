import JourneyModel

/// Who somebody is, as far as the town knows.
struct Resident {
    let number: Int
    let id: String
    let age: Int
    let region: String
    let language: String
    let accessNeed: String
    /// Never on the web, in the app or in a chat: about 17 in a hundred, most of them old (seed survey: NAO 2013).
    let isOffline: Bool
    /// A second id under which the web knew this person until `linked`: about 2 in a hundred of those online (D26).
    let duplicateID: String?
    let linked: Timestamp

    static let ages = ["18-29", "30-44", "45-64", "65+"]
    private static let regions = ["Riverside", "Old Town", "North Hill", "Eastgate", "Harbour"]
    private static let languages = ["English", "Polish", "Bengali", "Urdu", "Other"]
    private static let needs = ["none", "screen reader", "large print", "hearing", "easy read"]
    private static let offlinePerMille = [40, 70, 140, 470]

    init(number: Int, calendar: TownCalendar, _ random: inout TownRandom) {
        self.number = number
        let digits = String(number + 1)
        let name = String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits
        id = "RB-" + name
        age = random.pick([20, 27, 31, 22])
        region = Resident.regions[random.pick([26, 18, 24, 20, 12])]
        language = Resident.languages[random.pick([820, 55, 60, 30, 35])]
        accessNeed = Resident.needs[random.pick([895, 35, 30, 20, 20])]
        isOffline = random.chance(Resident.offlinePerMille[age])
        duplicateID = !isOffline && random.chance(24) ? "WEB-" + name : nil
        linked = calendar.start.advanced(by: random.below(Int64(calendar.days)) * .day)
    }

    /// How much likelier than others this person is to be lost at a step, in percent: pages that a screen reader cannot
    /// read, and a language into which the services are not translated.
    func hardship(digital: Bool) -> Int {
        var percent = 100
        if digital && accessNeed == "screen reader" { percent += 190 }
        if language == "Bengali" { percent += 60 }
        return percent
    }

    var traits: [NamedValue] {
        [
            NamedValue("region", region), NamedValue("age_band", Resident.ages[age]),
            NamedValue("language", language), NamedValue("access_need", accessNeed),
        ]
    }
}
