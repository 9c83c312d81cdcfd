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
