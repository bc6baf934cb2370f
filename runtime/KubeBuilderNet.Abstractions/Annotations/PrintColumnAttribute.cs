namespace KubeBuilderNet.Annotations;

/// <summary>Adds a column to what <c>kubectl get</c> prints. Columns stand in the order of their attributes.</summary>
/// <remarks>Follows <c>+kubebuilder:printcolumn</c>; a column that shows the age is added by nobody but you.</remarks>
/// <param name="name">The column's heading.</param>
/// <param name="jsonPath">Where the value is, from the object's root: <c>.spec.url</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PrintColumnAttribute(string name, string jsonPath) : Attribute
{
    /// <summary>The column's heading.</summary>
    public string Name { get; } = name;

    /// <summary>Where the value is, from the object's root.</summary>
    public string JsonPath { get; } = jsonPath;

    /// <summary><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c> or <c>date</c>.</summary>
    /// <value>
    /// Default: that of the property, <c>date</c> (which shows the time since then) for points in time; <c>string</c> where the path has a filter
    /// or an index.
    /// </value>
    public string? Type { get; set; }

    /// <summary>An OpenAPI format, such as <c>int32</c>.</summary>
    public string? Format { get; set; }

    /// <summary>What the column shows.</summary>
    public string? Description { get; set; }

    /// <summary>Zero is always shown; larger numbers only with <c>-o wide</c>.</summary>
    public int Priority { get; set; }
}
