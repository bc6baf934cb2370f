namespace KubeBuilderNet;

/// <summary>What may be done with a resource, as in an RBAC rule.</summary>
/// <remarks>Follows https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb.</remarks>
[Flags]
public enum Verbs
{
    /// <summary>Nothing; refused in a rule.</summary>
    None = 0,

    /// <summary>Read one object.</summary>
    Get = 1,

    /// <summary>Read a collection.</summary>
    List = 2,

    /// <summary>Follow changes.</summary>
    Watch = 4,

    /// <summary>Make an object.</summary>
    Create = 8,

    /// <summary>Replace an object.</summary>
    Update = 16,

    /// <summary>Change an object in part, server-side apply included.</summary>
    Patch = 32,

    /// <summary>Delete one object.</summary>
    Delete = 64,

    /// <summary>Delete a collection.</summary>
    DeleteCollection = 128,

    /// <summary>Read one, read all, follow changes: what a cache needs.</summary>
    Read = Get | List | Watch,

    /// <summary>All that changes an object.</summary>
    Write = Create | Update | Patch | Delete,

    /// <summary>Everything above, each verb named: never the wildcard, which also grants verbs yet to be invented.</summary>
    All = Read | Write | DeleteCollection,
}
