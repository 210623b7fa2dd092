namespace DelingIPraksis.Domain.Pairing.Matching;

// Blossoms: odd cycles that are treated as one node. They may be nested, and are expanded when they block progress.
internal sealed partial class PerfectMatching<T>
{
    private ReadOnlySpan<int> Members(int node) =>
        _blossoms[node] is { } blossom ? blossom.Members : _vertices.AsSpan(node, 1);

    // While a blossom is on the surface, all its prices change equally. So the member that is nearest to a vertex outside never changes.
    private int NearestIn(int node, int outside) => _blossoms[node] is { } blossom ? blossom.Nearest[outside] : node;

    // Two outer nodes are joined by the edge u-v: the odd cycle through their nearest common ancestor becomes one outer node.
    private void Shrink(int u, int v)
    {
        var top = CommonAncestor(_surface[u], _surface[v]);
        var children = new List<int>();
        var links = new List<(int From, int To)>();
        Climb(_surface[u], top, children, links);
        children.Reverse();
        links.Reverse();
        links.Add((u, v));
        var down = links.Count;
        children.Insert(0, top);
        Climb(_surface[v], top, children, links);
        for (var i = 0; i < down - 1; i++)
            links[i] = (links[i].To, links[i].From);

        var node = _unused.Pop();
        var blossom = new Blossom(
            [.. children],
            [.. links],
            [.. children.SelectMany(child => Members(child).ToArray())],
            NearestOf(children)
        );
        _blossoms[node] = blossom;
        _base[node] = _base[top];
        _parent[node] = -1;
        _tree.RemoveAll(children.Contains);
        List<int> newlyOuter = [];
        foreach (var child in children)
        {
            _parent[child] = node;
            if (_label[child] == Label.Inner)
                newlyOuter.AddRange(Members(child));
            _label[child] = Label.None;
        }
        foreach (var member in blossom.Members)
            _surface[member] = node;
        _label[node] = Label.Outer;
        FindNearestOuter(node);
        foreach (var member in newlyOuter)
            Announce(member, node);
        _tree.Add(node);
    }

    private int CommonAncestor(int a, int b)
    {
        var passed = new HashSet<int>();
        for (var node = a; node >= 0; node = OuterParent(node))
            passed.Add(node);
        while (!passed.Contains(b))
            b = OuterParent(b);
        return b;
    }

    private int OuterParent(int outer) =>
        _mate[_base[outer]] is >= 0 and var mate ? _surface[_treeFrom[_surface[mate]]] : -1;

    // From an outer node up to the top: the nodes on the way (without the top), and the edge by which each is left.
    private void Climb(int outer, int top, List<int> children, List<(int From, int To)> links)
    {
        while (outer != top)
        {
            var foot = _base[outer];
            var inner = _surface[_mate[foot]];
            children.Add(outer);
            links.Add((foot, _mate[foot]));
            children.Add(inner);
            links.Add((_treeTo[inner], _treeFrom[inner]));
            outer = _surface[_treeFrom[inner]];
        }
    }

    private int[] NearestOf(List<int> children)
    {
        var nearest = new int[_n];
        for (var outside = 0; outside < _n; outside++)
        {
            nearest[outside] = NearestIn(children[0], outside);
            if (children.Contains(_surface[outside]))
                continue;
            var least = Slack(nearest[outside], outside);
            for (var c = 1; c < children.Count; c++)
            {
                var candidate = NearestIn(children[c], outside);
                if (Slack(candidate, outside) is var slack && slack < least)
                    (nearest[outside], least) = (candidate, slack);
            }
        }
        return nearest;
    }

    // An inner blossom whose price has become 0 is expanded: the even side of its cycle stays in the tree, the other side leaves it.
    private void Expand(int node)
    {
        var (children, links) = (_blossoms[node]!.Children, _blossoms[node]!.Links);
        foreach (var child in children)
        {
            _parent[child] = -1;
            foreach (var v in Members(child))
                _surface[v] = child;
        }
        _tree.Remove(node);
        _label[node] = Label.None;
        _blossoms[node] = null;
        _unused.Push(node);

        var (from, to) = (_treeFrom[node], _treeTo[node]);
        var count = children.Length;
        var at = Array.IndexOf(children, _surface[to]);
        var forward = at % 2 == 1;
        while (true)
        {
            MakeInner(children[at], from, to);
            if (at == 0)
                return;
            at = forward ? (at + 1) % count : at - 1;
            MakeOuter(children[at]);
            (from, to) = forward ? links[at] : (links[at - 1].To, links[at - 1].From);
            at = forward ? (at + 1) % count : at - 1;
        }
    }

    // Makes v the one vertex of its node that is not matched inside it.
    private void Rebase(int node, int v)
    {
        if (_base[node] == v || _blossoms[node] is not { } blossom)
            return;
        _base[node] = v;
        var child = v;
        while (_parent[child] != node)
            child = _parent[child];
        blossom.TurnTo(child);
        Rebase(child, v);
        for (var i = 1; i < blossom.Children.Length; i += 2)
        {
            var (a, b) = blossom.Links[i];
            Rebase(blossom.Children[i], a);
            Rebase(blossom.Children[i + 1], b);
            (_mate[a], _mate[b]) = (b, a);
        }
    }

    /// <summary>An odd cycle of nodes. The first node holds the base.</summary>
    private sealed class Blossom(int[] children, (int From, int To)[] links, int[] members, int[] nearest)
    {
        public int[] Children { get; private set; } = children;

        /// <summary>Link i joins a vertex of child i to one of the next.</summary>
        public (int From, int To)[] Links { get; private set; } = links;

        public int[] Members { get; } = members;

        /// <summary>For each vertex outside, the member with the lowest slack to it.</summary>
        public int[] Nearest { get; } = nearest;

        public T Price { get; set; }

        public void TurnTo(int child)
        {
            var at = Array.IndexOf(Children, child);
            Children = [.. Children[at..], .. Children[..at]];
            Links = [.. Links[at..], .. Links[..at]];
        }
    }
}
