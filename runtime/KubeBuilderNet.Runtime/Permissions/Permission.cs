using k8s.Models;

namespace KubeBuilderNet.Permissions;

/// <summary>One thing to do, wherever that is: what an API server can be asked about.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Group">The API group.</param>
/// <param name="Resource">The plural name, with its subresource; empty for a URL.</param>
/// <param name="Name">The object's name, or the URL; empty for all objects.</param>
internal readonly record struct Permission(string Verb, string Group, string Resource, string Name)
{
    /// <summary>Everything, which an administrator may do: one question instead of many.</summary>
    internal static Permission All { get; } = new("*", "*", "*", "");

    internal bool IsUrl => Resource.Length == 0;

    /// <summary>What it is done to, as <c>captains.ships.example.com/status</c>.</summary>
    internal string Target
    {
        get
        {
            if (IsUrl)
                return Name;
            var resource = Group.Length == 0 ? Resource : $"{Plural}.{Group}{Resource[Plural.Length..]}";
            return Name.Length == 0 ? resource : $"{resource} '{Name}'";
        }
    }

    private string Plural => Resource.Split('/')[0];

    internal V1SelfSubjectAccessReview ToReview(string @namespace) => new()
    {
        Metadata = new V1ObjectMeta(),
        Spec = IsUrl
            ? new V1SelfSubjectAccessReviewSpec { NonResourceAttributes = new V1NonResourceAttributes { Path = Name, Verb = Verb } }
            : new V1SelfSubjectAccessReviewSpec
            {
                ResourceAttributes = new V1ResourceAttributes
                {
                    Verb = Verb,
                    Group = Group,
                    Resource = Plural,
                    Subresource = Plural.Length == Resource.Length ? null : Resource[(Plural.Length + 1)..],
                    Name = Name.Length == 0 ? null : Name,
                    NamespaceProperty = @namespace.Length == 0 ? null : @namespace,
                },
            },
    };
}
