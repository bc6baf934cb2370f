namespace KubeBuilderNet.Annotations;

/// <summary>The base of attributes that say something about a value's schema, on a property or on the type of many.</summary>
/// <remarks>What a property says wins over what its type says. The attributes of System.ComponentModel.DataAnnotations work as well.</remarks>
public abstract class SchemaAttribute : Attribute
{
    /// <summary>Where below the value it applies: <c>items</c> for each item of a list, <c>values</c> for each value of a dictionary, and chains: <c>items.values</c>.</summary>
    /// <value>Default: null, the value itself.</value>
    public string? At { get; set; }
}
