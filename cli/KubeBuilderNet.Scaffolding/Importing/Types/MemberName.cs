using System.Text.Json;
using KubeBuilderNet.Scaffolding.Naming;

namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>Names of properties and of enums' members, made from names in JSON.</summary>
internal static class MemberName
{
    // What every object has, and what the generator adds to a class.
    private static readonly string[] OfEveryClass =
        ["DeepCopy", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly string[] OfResources =
        ["ApiVersion", "GetGroupVersionKind", "Kind", "KubeApiVersion", "KubeGroup", "KubeKind", "KubePluralName", "Metadata"];

    /// <summary><c>x-foo/bar</c> to <c>XFooBar</c>. Always an identifier, and never a keyword.</summary>
    public static string Pascal(string jsonName)
    {
        var name = CSharpName.Pascal(jsonName);
        return name.Length > 0 && char.IsLetter(name[0]) ? name : "Value" + name;
    }

    /// <summary>A property's name that no other member of the class has.</summary>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="isTaken">Whether another property has a name.</param>
    /// <param name="isResource">Whether the class is a kind.</param>
    public static string OfProperty(string jsonName, Func<string, bool> isTaken, bool isResource)
    {
        var name = Pascal(jsonName);
        if (Array.IndexOf(OfEveryClass, name) >= 0 || (isResource && Array.IndexOf(OfResources, name) >= 0))
            name += "Value";
        var unique = name;
        for (var number = 2; isTaken(unique); number++)
            unique = name + number;
        return unique;
    }

    /// <summary>Whether System.Text.Json gives a property of this name that name in JSON by itself.</summary>
    public static bool Gives(string name, string jsonName) => JsonNamingPolicy.CamelCase.ConvertName(name) == jsonName;
}
