import JourneyModel
import Spelling
import TOML

extension DeclarationsReader {
    private static var roleWords: [String] { TouchpointRole.allCases.map(\.rawValue) }

    mutating func readRoles(_ table: TOMLTable) throws(TextProblem) {
        var roles = Declarations.Roles()
        for entry in table.entries {
            if let role = TouchpointRole(rawValue: entry.key) {
                try read(role, entry, into: &roles)
            } else if entry.key == Keys.Service.success.rawValue {
                roles.success = try names(entry, .outcome)
            } else {
                throw unknown(entry, among: Self.roleWords + [Keys.Service.success.rawValue], in: "roles")
            }
        }
        Self.sort(&roles)
        result.roles = roles
    }

    mutating func readServices(_ table: TOMLTable) throws(TextProblem) {
        for entry in table.entries {
            mention(.service, entry.key, entry.line)
            let example = "begin it with  [services.\(TOMLWriting.key(entry.key))]"
            try readService(entry.key, try self.table(entry, example))
        }
        result.services.sort { $0.name < $1.name }
        try requireOneMeaning(table, result.services.map { .init(name: $0.name, same: $0.same) })
    }

    private mutating func readService(_ name: String, _ table: TOMLTable) throws(TextProblem) {
        var service = Declarations.Service(name: name)
        let place = "services.\(name)"
        for entry in table.entries {
            if let role = TouchpointRole(rawValue: entry.key) {
                try read(role, entry, into: &service.roles)
                continue
            }
            guard let key = Keys.Service(rawValue: entry.key) else {
                throw unknown(entry, among: Self.roleWords + Keys.Service.allCases.map(\.rawValue), in: place)
            }
            switch key {
            case .same: service.same = try names(entry, .service)
            case .success: service.roles.success = try names(entry, .outcome)
            case .goals: service.goals = try goals(entry, in: place + ".goals")
            case .funnel:
                let example = "write it like  funnel = { steps = [\"start\", \"submit\"], within = \"28d\" }"
                service.funnel = try funnel(try self.table(entry, example), entry.line, isNamed: false)
            }
        }
        Self.sort(&service.roles)
        result.services.append(service)
    }

    /// By role; of one role as they were written.
    private static func sort(_ roles: inout Declarations.Roles) {
        roles.entries = TouchpointRole.allCases.flatMap { role in roles.entries.filter { $0.role == role } }
    }

    private mutating func read(
        _ role: TouchpointRole,
        _ entry: Entry,
        into roles: inout Declarations.Roles
    ) throws(TextProblem) {
        for value in try list(entry) {
            let line = value.place.line
            let step = try self.step(try text(value, entry), line)
            guard !step.isOptional else {
                throw problem(line, "a role is held or not: '\(step.text)' cannot be optional", "take the ? away")
            }
            for predicate in step.alternatives {
                if let other = predicate.filters.first(where: { $0.dimension != Dimension.channel }) {
                    throw problem(
                        line,
                        "a role may hold on some channels only, and not by '\(other.dimension)'",
                        "write it like \(predicate.touchpoint)[channel=phone]"
                    )
                }
                if let known = roles.entries.first(where: { $0.step == predicate }) {
                    throw problem(
                        line,
                        "'\(predicate.name)' has the role \(known.role.rawValue) already",
                        "a step has one role in a service"
                    )
                }
                roles.entries.append(.init(role: role, step: predicate))
            }
        }
    }

    // MARK: Funnels

    mutating func readFunnels(_ entry: Entry) throws(TextProblem) {
        for value in try tables(entry) {
            result.funnels.append(try funnel(value.table, value.line, isNamed: true))
        }
    }

    private mutating func funnel(
        _ table: TOMLTable,
        _ line: Int,
        isNamed: Bool
    ) throws(TextProblem) -> Declarations.Funnel {
        var funnel = Declarations.Funnel(steps: [])
        for entry in table.entries {
            switch try key(Keys.Funnel.self, entry, in: "funnels", among: isNamed ? nil : [.steps, .within]) {
            case .name: funnel.name = try text(entry)
            case .within:
                let word = try text(entry)
                do { funnel.within = try SpanWord.parse(word) } catch {
                    throw problem(entry, error.message, error.hint)
                }
            case .steps:
                for value in try list(entry) {
                    funnel.steps.append(try step(try text(value, entry), value.place.line))
                }
                if funnel.steps.first?.isOptional ?? false {
                    throw problem(entry, "the first step of a funnel cannot be optional", "take the ? away")
                }
            }
        }
        guard funnel.steps.filter({ !$0.isOptional }).count > 1 else {
            throw problem(line, "a funnel has at least two steps", "write  steps = [\"start\", \"submit\"]")
        }
        guard funnel.steps.count <= 64 else { throw problem(line, "a funnel has at most 64 steps", "leave some out") }
        if isNamed, funnel.name == nil { throw problem(line, "a funnel has a name", "write  name = \"online form\"") }
        return funnel
    }

    private mutating func step(_ text: String, _ line: Int) throws(TextProblem) -> FunnelStep {
        let step: FunnelStep
        do { step = try FunnelStep(parsing: text) } catch { throw problem(line, error.message, error.hint) }
        for predicate in step.alternatives {
            mention(.touchpoint, predicate.touchpoint, line)
            for filter in predicate.filters {
                guard let kind = DeclarationsFile.Mention.Kind(rawValue: filter.dimension) else { continue }
                for name in filter.values where name != Dimension.notSet { mention(kind, name, line) }
            }
        }
        return step
    }

    // MARK: Goals, references, annotations

    func goals(_ entry: Entry, in place: String) throws(TextProblem) -> Declarations.Goals {
        var goals = Declarations.Goals()
        for inner in try table(entry, "write it like  goals = { completion = 0.75 }").entries {
            let key = try key(Declarations.Goals.Key.self, inner, in: place)
            goals[key] = try number(inner, in: key.range)
        }
        return goals
    }

    private func number(_ entry: Entry, in range: ClosedRange<Double>) throws(TextProblem) -> Double {
        guard let number = entry.value.number, range.contains(number) else {
            let form = range.upperBound > 1 ? "an amount, such as 4.50" : "a share from 0 to 1, such as 0.75"
            throw problem(entry, "\(entry.key) must be \(form)", "70% is 0.7")
        }
        return number
    }

    mutating func readReferences(_ entry: Entry) throws(TextProblem) {
        for value in try tables(entry) {
            var measure: Declarations.Goals.Key?
            for inner in value.table.entries where inner.key == Keys.Reference.measure.rawValue {
                measure = try word(inner)
            }
            guard let measure else {
                let all = Declarations.Goals.Key.allCases.map(\.rawValue).joined(separator: ", ")
                throw problem(value.line, "a reference says its measure", "measure is one of \(all)")
            }
            var reference = Declarations.Reference(measure: measure, value: .nan, whose: "")
            for inner in value.table.entries {
                switch try key(Keys.Reference.self, inner, in: "references") {
                case .measure: break
                case .value: reference.value = try number(inner, in: measure.range)
                case .whose: reference.whose = try text(inner)
                case .date: reference.date = try day(inner)
                case .source: reference.source = try text(inner)
                case .service: reference.service = try service(inner)
                }
            }
            guard !reference.value.isNaN, !reference.whose.isEmpty else {
                throw problem(value.line, "a reference has a value and says whose it is", "give it value and whose")
            }
            result.references.append(reference)
        }
    }

    mutating func readAnnotations(_ entry: Entry) throws(TextProblem) {
        for value in try tables(entry) {
            var (date, words): (CivilDate?, String?)
            var (service, who): (String?, String?)
            for inner in value.table.entries {
                switch try key(Keys.Annotation.self, inner, in: "annotations") {
                case .date: date = try day(inner)
                case .text: words = try text(inner)
                case .service: service = try self.service(inner)
                case .who: who = try text(inner)
                }
            }
            guard let date, let words, !words.isEmpty else {
                throw problem(value.line, "an annotation has a date and a text", "give it date and text")
            }
            result.annotations.append(.init(date: date, text: words, service: service, who: who))
        }
    }

    private mutating func service(_ entry: Entry) throws(TextProblem) -> String {
        let name = try text(entry)
        mention(.service, name, entry.line)
        return name
    }

    private func day(_ entry: Entry) throws(TextProblem) -> CivilDate {
        let text = entry.value.time?.text ?? entry.value.string ?? ""
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard text.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            let date = CivilDate(year: year, month: month, day: day)
        else { throw problem(entry, "\(entry.key) must be a day", "write it like 2025-10-01") }
        return date
    }
}
