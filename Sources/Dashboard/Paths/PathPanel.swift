import JourneyModel

/// The lists of the Paths screen, in the order that Tab goes through them.
enum PathPanel: Int, CaseIterable {
    case transitions, variants, handoffs, rework, starts, ends
}

extension PathPanel {
    /// The rows of this list; none while its answer is on the way.
    func rows(_ paths: PathsResult?, _ variants: VariantsResult?) -> [ScreenRow] {
        switch self {
        case .transitions:
            (paths?.transitions ?? []).map { ScreenRow(PathID.of([$0.from, $0.to]), text: "\($0.from) \($0.to)") }
        case .variants:
            (variants?.variants ?? []).map { ScreenRow(PathID.of($0.path), text: $0.path.joined(separator: " ")) }
        case .handoffs:
            (paths?.handOffs?.pairs ?? []).map { ScreenRow(PathID.of([$0.from, $0.to]), text: "\($0.from) \($0.to)") }
        case .rework: (paths?.rework ?? []).map { ScreenRow($0.touchpoint) }
        case .starts: (paths?.starts ?? []).map { ScreenRow($0.name) }
        case .ends: (paths?.ends ?? []).map { ScreenRow($0.name) }
        }
    }
}

/// A row's id made of several names.
enum PathID {
    /// No name that passes an import holds the unit separator, so two paths never share an id.
    static func of(_ names: [String]) -> String { names.joined(separator: "\u{1F}") }
}
