/// Anything that a file may bring.
public enum JourneyRecord: Hashable, Sendable {
    case event(EventRecord)
    /// Of one of the kinds that have a table of their own.
    case side(SideRecord)
    /// A trait of a person without an event: name without the `person.` prefix.
    case personTrait(person: String, trait: NamedValue)
    /// A touchpoint's part in its service; service nil means every service.
    case touchpointRole(touchpoint: String, service: String?, role: TouchpointRole)
    case channelKind(channel: String, kind: Channel.Kind)
}
