namespace KubeBuilderNet.Benchmarks;

/// <summary>An operator's sources: kinds with nested classes, rules, defaults and comments, and their reconcilers.</summary>
internal static class Sources
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using k8s.Models;
        global using KubeBuilderNet;
        global using KubeBuilderNet.Annotations;
        global using KubeBuilderNet.Reconciling;
        """;

    public static string Resource(int index, bool podTemplate, string words) => $$"""
        #nullable enable
        namespace Benchmark.Api{{index}};

        /// <summary>A resource.</summary>
        [CustomResource("bench.example.com", "v1", ShortNames = ["w{{index}}"])]
        [PrintColumn("URL", ".spec.url")]
        [PrintColumn("Ready", ".status.conditions[?(@.type==\"Ready\")].status")]
        [SelectableField(".spec.url")]
        public sealed partial class Widget{{index}} : CustomResource<WidgetSpec, WidgetStatus>;

        /// <summary>What is wanted.</summary>
        [CelRule("self.replicas <= 5 || self.mode != 'Slow'", Message = "slow ones are few")]
        public sealed partial class WidgetSpec
        {
            /// <summary>{{words}}</summary>
            [Pattern("^https?://"), MaxLength(2048)] public required string Url { get; set; }
            /// <summary>How many.</summary>
            [Range(1, 10)] public int Replicas { get; set; } = 1;
            /// <summary>How it goes about it.</summary>
            public Mode Mode { get; set; } = Mode.Fast;
            /// <summary>Under which names, with <c>values</c>.</summary>
            public Dictionary<string, string> Headers { get; set; } = [];
            /// <summary>How often.</summary>
            public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);
            /// <summary>What is done, in this order.</summary>
            [ListType(ListType.Map, "name"), MinItems(1)] public List<Step> Steps { get; set; } = [];
            /// <summary>How much of it.</summary>
            public ResourceQuantity? Memory { get; set; }
            /// <summary>Set once.</summary>
            [Immutable] public string? ClassName { get; set; }
            {{(podTemplate ? "public V1PodTemplateSpec? Template { get; set; }" : "")}}
        }

        /// <summary>One thing to do.</summary>
        public sealed partial class Step
        {
            /// <summary>Its name.</summary>
            [MinLength(1), MaxLength(63)] public required string Name { get; set; }
            /// <summary>What it may take.</summary>
            [Minimum(0)] public long? TimeoutSeconds { get; set; }
            /// <summary>What it does when it fails.</summary>
            public Retry Retry { get; set; } = new();
        }

        /// <summary>Tries again.</summary>
        public sealed partial class Retry
        {
            /// <summary>How often.</summary>
            public int Limit { get; set; } = 3;
            /// <summary>The first pause.</summary>
            public TimeSpan? Pause { get; set; }
        }

        public enum Mode { Slow, Fast }

        /// <summary>What was seen.</summary>
        public sealed partial class WidgetStatus
        {
            /// <summary>What it was seen of.</summary>
            public long? ObservedGeneration { get; set; }
            /// <summary>How it is.</summary>
            [ListType(ListType.Map, "type")] public IList<V1Condition> Conditions { get; set; } = [];
        }
        """;

    public static string Reconciler(int index, string seconds) => $$"""
        namespace Benchmark.Api{{index}};

        [Rbac("", "configmaps", Verbs.Read)]
        [ValidatingWebhook<Widget{{index}}>]
        public sealed class WidgetReconciler : IReconciler<Widget{{index}}>
        {
            public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
            {
                await Task.Delay({{seconds}}, cancellationToken);
                return default;
            }
        }
        """;
}
