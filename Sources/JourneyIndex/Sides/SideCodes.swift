import JourneyModel
import Tallies

/// Codes for what records beside the events call by name: services, channels. A channel is the same in capitals and small
/// letters (project rule), because those who type preferences are not those who name channels in logs.
struct SideCodes {
    private let services: [String: Int32]
    /// Names of channels that are declared to be another's.
    private let sameChannels: [String: String]
    private var channelCodes: [String: Int32] = [:]
    private(set) var channelNames: [String] = []
    /// Of the event dimension's code + 1: the channel's code here, -1 for none.
    private(set) var ofEventChannel: [Int32] = [-1]
    /// How many channels events name: the first ones.
    private var ofEvents = 0

    /// A value that asks for no channel in particular.
    static let noPreference: Int32 = -2
    /// A service that no event names.
    static let unknownService: Int32 = -2

    /// Services that only other parts of the store have events of: their codes follow those of the events.
    let servicesElsewhere: [String]

    init(_ source: EventSource) {
        sameChannels = source.declared?.declarations.sameNames(Dimension.channel) ?? [:]
        let dimension = source.dimensionIfAny(Dimension.service)
        servicesElsewhere = dimension?.elsewhere.sorted() ?? []
        let serviceNames = (dimension?.values ?? []) + servicesElsewhere
        services = Dictionary(zip(serviceNames, 0...), uniquingKeysWith: { first, _ in first })
        let channels = source.dimensionIfAny(Dimension.channel)
        for name in channels?.values ?? [] { ofEventChannel.append(channel(name)) }
        // In a part of a store: what only other parts know.
        for name in channels?.elsewhere ?? [] { _ = channel(name) }
        ofEvents = channelNames.count
        for name in source.facts?.sides.channels ?? [] { _ = channel(name) }
    }

    /// By channel that neither an event names nor anybody declared: the nearest of those that there are.
    func unknownChannels(_ source: EventSource) -> [Int32: String?] {
        let known = channelNames.prefix(ofEvents) + source.declaredChannels
        let declared = Set(source.declaredChannels.map { $0.lowercased() })
        var unknown: [Int32: String?] = [:]
        for code in ofEvents..<channelNames.count where !declared.contains(channelNames[code].lowercased()) {
            unknown[Int32(code)] = Channel.nearest(to: channelNames[code], among: known)
        }
        return unknown
    }

    /// -1 for every service.
    func service(_ name: String?) -> Int32 {
        guard let name else { return -1 }
        return services[name] ?? SideCodes.unknownService
    }

    /// Of several spellings that of events counts; of several of these, or of records, the first in the order of text, which is
    /// the same whatever part of a store is looked at.
    mutating func channel(_ name: String) -> Int32 {
        let name = sameChannels[name] ?? name
        let key = name.lowercased()
        if let code = channelCodes[key] {
            if code >= ofEvents, name < channelNames[Int(code)] { channelNames[Int(code)] = name }
            return code
        }
        let code = Int32(channelNames.count)
        channelCodes[key] = code
        channelNames.append(name)
        return code
    }
}

/// The codes that texts of one field have here, given in the order in which records bring the texts.
struct CodesOfTexts {
    private let texts: [String]
    /// By text's code + 1.
    private var codes: [Int32?]

    /// - Parameter none: the code of a record without a text.
    init(_ texts: [String], none: Int32) {
        self.texts = texts
        codes = [none] + Array(repeating: nil, count: texts.count)
    }

    /// Gives the text of `code` the code that `make` says, where it has none yet.
    mutating func meet(_ code: Int32, _ make: (String) -> Int32) {
        if codes[Int(code) + 1] == nil { codes[Int(code) + 1] = make(texts[Int(code)]) }
    }

    /// By text's code + 1; texts that were never met are as none.
    var table: [Int32] { codes.map { $0 ?? codes[0] ?? -1 } }
}
