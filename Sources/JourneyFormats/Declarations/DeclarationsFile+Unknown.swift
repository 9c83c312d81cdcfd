import JourneyModel
import Spelling

extension DeclarationsFile {
    /// Names that the file uses and the data do not have, each where it first stands, with the name that may have been meant. One
    /// of which the data have another name is known.
    ///
    /// - Parameter values: of the data, by dimension.
    public func unknown(in values: [String: Set<String>]) -> [(mention: Mention, nearest: String?)] {
        var seen: Set<[String]> = []
        var unknown: [(mention: Mention, nearest: String?)] = []
        for mention in mentions {
            let dimension = mention.kind.rawValue
            let known = values[dimension] ?? []
            let others = declarations.sameNames(dimension).filter { $0.value == mention.name }.map(\.key)
            if !known.isDisjoint(with: [mention.name] + others) { continue }
            if mention.kind == .outcome, isSuccess(mention.name, in: values) { continue }
            guard seen.insert([dimension, mention.name]).inserted else { continue }
            unknown.append((mention, Spelling.nearest(to: mention.name, among: known.sorted()).first))
        }
        return unknown
    }

    /// Outcomes are the same in capitals and small letters.
    private func isSuccess(_ name: String, in values: [String: Set<String>]) -> Bool {
        (values[Dimension.outcome] ?? []).contains { $0.lowercased() == name.lowercased() }
    }
}
