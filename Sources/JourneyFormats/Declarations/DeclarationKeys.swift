/// Every key that a file of declarations may have; docs/DECLARATIONS.md explains each, which a test holds.
public enum DeclarationKeys {
    public enum Section: String, CaseIterable {
        case organisation, channels, touchpoints, roles, services, goals, phases, references, annotations, funnels
    }

    public enum Organisation: String, CaseIterable {
        case name, zone, currency, language
        case fiscalYear = "fiscal-year"
    }

    public enum Channel: String, CaseIterable { case kind, same }

    /// Of a service beside its roles.
    public enum Service: String, CaseIterable { case same, success, funnel, goals }

    public enum Funnel: String, CaseIterable { case name, steps, within }

    public enum Reference: String, CaseIterable { case measure, value, whose, date, source, service }

    public enum Annotation: String, CaseIterable { case date, text, service, who }
}
