import JourneyModel
import Spelling
import TOML

/// Reads declarations. Every error names the file and the line, and the nearest right word.
struct DeclarationsReader {
    typealias Keys = DeclarationKeys
    typealias Entry = TOMLTable.Entry

    let document: TOMLDocument
    var result = Declarations()
    var mentions: [DeclarationsFile.Mention] = []

    init(_ document: TOMLDocument) { self.document = document }

    mutating func read(_ table: TOMLTable) throws(TextProblem) {
        for entry in table.entries {
            switch try key(Keys.Section.self, entry, in: nil) {
            case .organisation: try readOrganisation(try section(entry))
            case .channels: try readChannels(try section(entry))
            case .touchpoints: try readTouchpoints(try section(entry))
            case .roles: try readRoles(try section(entry))
            case .services: try readServices(try section(entry))
            case .goals: result.goals = try goals(entry, in: "goals")
            case .phases: try readPhases(try section(entry))
            case .references: try readReferences(entry)
            case .annotations: try readAnnotations(entry)
            case .funnels: try readFunnels(entry)
            }
        }
    }

    private mutating func readOrganisation(_ table: TOMLTable) throws(TextProblem) {
        for entry in table.entries {
            switch try key(Keys.Organisation.self, entry, in: "organisation") {
            case .name: result.organisation.name = try text(entry)
            case .zone:
                let name = try text(entry)
                do {
                    result.organisation.zone = try Zone.named(name)
                } catch let error as ImportError {
                    throw problem(entry, error.message, error.hint)
                } catch {
                    throw problem(entry, "there is no zone '\(name)'", "write it like Europe/London")
                }
            case .currency:
                let word = try text(entry)
                guard word.count == 3, word.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
                    throw problem(entry, "'\(word)' is no currency", "write its three capital letters, such as \"GBP\"")
                }
                result.organisation.currency = word
            case .language: result.organisation.language = try text(entry)
            case .fiscalYear:
                guard let month = entry.value.integer, (1...12).contains(month) else {
                    throw problem(entry, "fiscal-year must be a month from 1 to 12", "fiscal-year = 4 begins in April")
                }
                result.organisation.fiscalYear = month
            }
        }
    }

    private mutating func readChannels(_ table: TOMLTable) throws(TextProblem) {
        for entry in table.entries {
            mention(.channel, entry.key, entry.line)
            var channel = Declarations.ChannelEntry(name: entry.key)
            let example = "write it like  \(TOMLWriting.key(entry.key)) = { kind = \"digital\" }"
            for inner in try self.table(entry, example).entries {
                switch try key(Keys.Channel.self, inner, in: "channels.\(entry.key)") {
                case .kind: channel.kind = try word(inner)
                case .same: channel.same = try names(inner, .channel)
                }
            }
            result.channels.append(channel)
        }
        result.channels.sort { $0.name < $1.name }
        try requireOneMeaning(table, result.channels.map { .init(name: $0.name, same: $0.same) })
    }

    private mutating func readTouchpoints(_ table: TOMLTable) throws(TextProblem) {
        for entry in table.entries {
            mention(.touchpoint, entry.key, entry.line)
            result.touchpoints.append(.init(name: entry.key, same: try names(entry, .touchpoint)))
        }
        result.touchpoints.sort { $0.name < $1.name }
        try requireOneMeaning(table, result.touchpoints)
    }

    private mutating func readPhases(_ table: TOMLTable) throws(TextProblem) {
        var phases: [Declarations.Phase] = []
        for entry in table.entries {
            let name = try key(Declarations.PhaseName.self, entry, in: "phases")
            phases.append(.init(name: name, touchpoints: try names(entry, .touchpoint)))
        }
        result.phases = Declarations.PhaseName.allCases.compactMap { name in phases.first { $0.name == name } }
    }

    /// A name can be another's other name once, and not be a name of its own besides.
    func requireOneMeaning(_ table: TOMLTable, _ lists: [Declarations.SameNames]) throws(TextProblem) {
        var owners = Dictionary(lists.map { ($0.name, $0.name) }, uniquingKeysWith: { first, _ in first })
        for list in lists {
            for name in list.same {
                guard let owner = owners.updateValue(list.name, forKey: name) else { continue }
                throw problem(
                    table.line(of: list.name),
                    "\"\(name)\" is said to be the same as \"\(list.name)\", and is \"\(owner)\" already",
                    "let each name stand in one place only"
                )
            }
        }
    }
}
