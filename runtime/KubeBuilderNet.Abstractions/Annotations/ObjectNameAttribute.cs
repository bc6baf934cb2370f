namespace KubeBuilderNet.Annotations;

/// <summary>Limits what objects of the kind may be called: a schema of <c>metadata.name</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ObjectNameAttribute : Attribute
{
    /// <summary>A regular expression in the syntax of RE2.</summary>
    public string? Pattern { get; set; }

    /// <summary>The fewest characters.</summary>
    public long MinLength { get; set; }

    /// <summary>The most characters.</summary>
    public long MaxLength { get; set; }
}
