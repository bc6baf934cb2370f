namespace KubeBuilderNet.Scaffolding.Planning;

/// <summary>What a plan does to a file.</summary>
public enum ChangeKind
{
    /// <summary>The file is new.</summary>
    Create,

    /// <summary>Something is added to the file; the rest of it stays.</summary>
    Edit,

    /// <summary>The file was there and differs; it is replaced, because the user said so.</summary>
    Overwrite,

    /// <summary>The file is taken away.</summary>
    Delete,

    /// <summary>The file is there as it should be.</summary>
    Unchanged,
}
