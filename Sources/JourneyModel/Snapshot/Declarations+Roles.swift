extension Declarations {
    /// The roles that hold where a mapping gave `roles`: those of a service that declares any are all that it has; those declared
    /// for the rest take the place of every mapping's.
    public func overruling(_ mapped: [JourneySnapshot.RoleDeclaration]) -> [JourneySnapshot.RoleDeclaration] {
        let own = services.filter { !$0.roles.entries.isEmpty }
        let except = own.map(\.name)
        var result = own.flatMap { service in
            service.roles.entries.map { entry in
                JourneySnapshot.RoleDeclaration(
                    touchpoint: entry.step.touchpoint,
                    service: service.name,
                    role: entry.role,
                    filters: entry.step.filters
                )
            }
        }
        if roles.entries.isEmpty {
            for var role in mapped where !except.contains(role.service ?? "") || role.service == nil {
                if role.service == nil { role.except = except }
                result.append(role)
            }
        } else {
            result += roles.entries.map { entry in
                JourneySnapshot.RoleDeclaration(
                    touchpoint: entry.step.touchpoint,
                    service: nil,
                    role: entry.role,
                    filters: entry.step.filters,
                    except: except
                )
            }
        }
        return result
    }
}
