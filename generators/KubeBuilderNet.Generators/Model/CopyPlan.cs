namespace KubeBuilderNet.Generators.Model;

/// <summary>How a value is copied. Immutable and equal by content, as everything in the pipeline.</summary>
internal abstract record CopyPlan
{
    /// <summary>The value itself serves: it can't be changed.</summary>
    public sealed record Share : CopyPlan
    {
        public static Share Instance { get; } = new();
    }

    /// <summary>The value has a <c>DeepCopy()</c>, of its own or as a generated extension.</summary>
    public sealed record Call(bool CanBeNull) : CopyPlan;

    /// <summary>A JsonNode clones itself.</summary>
    public sealed record CloneJson(string Type) : CopyPlan;

    /// <summary>A collection, by the method of <c>Copies</c> that makes one, with the way to copy what is in it.</summary>
    public sealed record Collection(string Method, CopyPlan Element) : CopyPlan;

    /// <summary>A <c>Nullable&lt;T&gt;</c> of a struct that needs copying.</summary>
    public sealed record Nullable(CopyPlan Value) : CopyPlan;
}
