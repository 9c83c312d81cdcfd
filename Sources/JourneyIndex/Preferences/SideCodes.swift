import JourneyModel

/// Codes for what side records call by name: persons, services, channels. A channel is the same in capitals and small
/// letters (project rule), because those who type preferences are not those who name channels in logs.
struct SideCodes {
    private let people: SubjectNames
    /// Persons whom no event names.
    private var others: [String: Int32] = [:]
    private let services: [String: Int32]
    private var channelCodes: [String: Int32] = [:]
    private(set) var channelNames: [String] = []
    /// Of the event dimension's code + 1: the channel's code here, -1 for none.
    private(set) var ofEventChannel: [Int32] = [-1]

    /// A value that asks for no channel in particular.
    static let noPreference: Int32 = -2
    /// A service that no event names.
    static let unknownService: Int32 = -2

    init(_ source: EventSource) {
        people = source.people
        let serviceNames = source.dimensionIfAny(Dimension.service)?.values ?? []
        services = Dictionary(zip(serviceNames, 0...), uniquingKeysWith: { first, _ in first })
        for name in source.dimensionIfAny(Dimension.channel)?.values ?? [] { ofEventChannel.append(channel(name)) }
    }

    /// Codes beyond those of the store's persons are given to who has no event.
    mutating func person(_ name: String) -> Int32 {
        if let code = people.code(of: name) ?? others[name] { return code }
        let code = Int32(peopleCount)
        others[name] = code
        return code
    }

    /// -1 for every service.
    func service(_ name: String?) -> Int32 {
        guard let name else { return -1 }
        return services[name] ?? SideCodes.unknownService
    }

    mutating func channel(_ name: String) -> Int32 {
        let key = name.lowercased()
        if let code = channelCodes[key] { return code }
        let code = Int32(channelNames.count)
        channelCodes[key] = code
        channelNames.append(name)
        return code
    }

    func channelName(_ code: Int32) -> String {
        code == SideCodes.noPreference ? PreferenceRecord.noPreference : channelNames[Int(code)]
    }

    var peopleCount: Int { people.count + others.count }
}

/// Records grouped by person, each person's in the order of time, then of the file.
struct PersonRecords<Record: Sendable>: Sendable {
    private let offsets: [Int32]
    private let records: [Record]

    init(_ entries: [(person: Int32, time: Int64, record: Record)], people: Int) {
        let order = entries.indices.sorted {
            let (a, b) = (entries[$0], entries[$1])
            return (a.person, a.time, $0) < (b.person, b.time, $1)
        }
        var offsets = Array(repeating: Int32(0), count: people + 1)
        for entry in entries { offsets[Int(entry.person) + 1] += 1 }
        for person in 0..<people { offsets[person + 1] += offsets[person] }
        self.offsets = offsets
        records = order.map { entries[$0].record }
    }

    subscript(person: Int32) -> ArraySlice<Record> {
        guard person >= 0, Int(person) + 1 < offsets.count else { return [] }
        return records[Int(offsets[Int(person)])..<Int(offsets[Int(person) + 1])]
    }

    var all: [Record] { records }
    var isEmpty: Bool { records.isEmpty }
}
