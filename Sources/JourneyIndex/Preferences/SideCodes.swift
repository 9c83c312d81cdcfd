import JourneyModel

/// Codes for what side records call by name: persons, services, channels. A channel is the same in capitals and small
/// letters (project rule), because those who type preferences are not those who name channels in logs.
struct SideCodes {
    private let known: PersonNames
    /// Codes beyond those of the store's persons are given to who has no event.
    private let people: Int
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
        let records = source.records
        var wanted = Set(records.preferences.map(\.person))
        wanted.formUnion(records.consents.map(\.person))
        wanted.formUnion(records.feedback.compactMap(\.person))
        known = PersonNames(wanted, in: source)
        people = source.people
        let serviceNames = source.dimensionIfAny(Dimension.service)?.values ?? []
        services = Dictionary(zip(serviceNames, 0...), uniquingKeysWith: { first, _ in first })
        for name in source.dimensionIfAny(Dimension.channel)?.values ?? [] { ofEventChannel.append(channel(name)) }
    }

    mutating func person(_ name: String) -> Int32 {
        if let code = known.code(of: name) ?? others[name] { return code }
        let code = Int32(people + others.count)
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
}
