/// The criteria of maturity (D24), stage by stage, and what enables it.
public enum CriterionID: String, CaseIterable, Comparable, Codable, Hashable, Sendable {
    // Initial
    case i1 = "I1"
    case i2 = "I2"
    case i3 = "I3"

    // Enhanced interaction
    case e1 = "E1"
    case e2 = "E2"
    case e3 = "E3"
    case e4 = "E4"

    // Personalization and automation
    case p1 = "P1"
    case p2 = "P2"
    case p3 = "P3"
    case p4 = "P4"
    case p5 = "P5"
    case p6 = "P6"

    // Omni-channel excellence
    case o1 = "O1"
    case o2 = "O2"
    case o3 = "O3"
    case o4 = "O4"
    case o5 = "O5"

    // Continuous innovation
    case c1 = "C1"
    case c2 = "C2"
    case c3 = "C3"
    case c4 = "C4"

    // Enablers
    case leadership, collaboration, privacy, agile, feedback

    /// As lists name them.
    public static func < (left: CriterionID, right: CriterionID) -> Bool { left.rawValue < right.rawValue }
}

extension CriterionID {
    /// The rules by which its value is measured, with those that their words lean on.
    public var rules: [DefinitionID] {
        let own: [DefinitionID] =
            switch self {
            case .i1, .i2, .p6, .c2, .c3, .leadership, .collaboration, .privacy, .agile, .feedback: [.d24]
            case .i3: [.d27]
            case .e1, .o5: [.d13]
            case .e2, .c4: [.d12, .d7]
            case .e3: [.d18, .d13]
            case .e4, .c1: [.d23]
            case .p1, .p2, .p3: [.d16]
            case .p4: [.d17]
            case .p5: [.d22]
            case .o1, .o3: [.d20]
            case .o2: [.d20, .d13]
            case .o4: [.d21]
            }
        return own.reduce(into: []) { rules, id in rules += id.foundations.filter { !rules.contains($0) } }
    }
}
