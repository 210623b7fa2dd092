namespace DelingIPraksis.Domain.Pairing.Matching;

// Growing one alternating tree. Outer nodes are an even number of steps from the root, inner nodes an odd number.
internal sealed partial class PerfectMatching<T>
{
    private readonly Label[] _label;
    private readonly List<int> _tree = [];

    // The edge that joins an inner node to the tree: from an outer vertex, to a vertex of its own.
    private readonly int[] _treeFrom;
    private readonly int[] _treeTo;

    // For each vertex that is not outer: the nearest outer vertex, and the slack to it.
    private readonly T[] _gap;
    private readonly int[] _nearest;

    // For each outer node: the nearest outer vertex of another node, and the slack to it. -1 when there is none.
    private readonly T[] _outGap;
    private readonly int[] _outTo;

    private enum Label : byte
    {
        None,
        Outer,
        Inner,
    }

    private enum Event
    {
        Reach,
        Shrink,
        Expand,
    }

    private void GrowUntilMatched(int root)
    {
        Array.Fill(_nearest, -1);
        MakeOuter(_surface[root]);
        while (true)
        {
            var (what, where, rise) = NextEvent();
            Raise(rise);
            if (what == Event.Expand)
                Expand(where);
            else if (what == Event.Shrink)
                Shrink(NearestIn(where, _outTo[where]), _outTo[where]);
            else if (Reach(_nearest[where], where))
                break;
        }
        foreach (var node in _tree)
            _label[node] = Label.None;
        _tree.Clear();
    }

    // The smallest rise of the tree's prices that causes an event.
    private (Event What, int Where, T Rise) NextEvent()
    {
        var next = (What: Event.Reach, Where: -1, Rise: T.Zero);
        for (var v = 0; v < _n; v++)
            if (_label[_surface[v]] == Label.None && (next.Where < 0 || _gap[v] < next.Rise))
                next = (Event.Reach, v, _gap[v]);
        foreach (var node in _tree)
        {
            if (_label[node] == Label.Outer && _outTo[node] >= 0 && _outGap[node] >> 1 is var half && (next.Where < 0 || half < next.Rise))
                next = (Event.Shrink, node, half);
            else if (_label[node] == Label.Inner && _blossoms[node] is { } blossom && (next.Where < 0 || blossom.Price < next.Rise))
                next = (Event.Expand, node, blossom.Price);
        }
        return next;
    }

    private void Raise(T rise)
    {
        if (rise == T.Zero)
            return;
        foreach (var node in _tree)
        {
            var step = _label[node] == Label.Outer ? rise : -rise;
            foreach (var v in Members(node))
                _price[v] += step;
            if (_blossoms[node] is { } blossom)
                blossom.Price += step;
            if (_label[node] == Label.Outer)
                _outGap[node] -= rise + rise;
        }
        for (var v = 0; v < _n; v++)
            if (_label[_surface[v]] == Label.None)
                _gap[v] -= rise;
    }

    // The tree reaches v, by an edge from the outer vertex u. True when v's node was unmatched and the path has been augmented.
    private bool Reach(int u, int v)
    {
        var node = _surface[v];
        if (_mate[_base[node]] < 0)
        {
            Augment(u, v);
            return true;
        }
        MakeInner(node, u, v);
        MakeOuter(_surface[_mate[_base[node]]]);
        return false;
    }

    // Augments: on the path from v back to the root, matched edges become unmatched, and the other way round.
    private void Augment(int u, int v)
    {
        Rebase(_surface[v], v);
        while (true)
        {
            var outer = _surface[u];
            var freed = _mate[_base[outer]];
            Rebase(outer, u);
            (_mate[u], _mate[v]) = (v, u);
            if (freed < 0)
                return;
            var inner = _surface[freed];
            (u, v) = (_treeFrom[inner], _treeTo[inner]);
            Rebase(inner, v);
        }
    }

    private void MakeInner(int node, int from, int to)
    {
        _label[node] = Label.Inner;
        _tree.Add(node);
        _treeFrom[node] = from;
        _treeTo[node] = to;
    }

    private void MakeOuter(int node)
    {
        _label[node] = Label.Outer;
        FindNearestOuter(node);
        foreach (var u in Members(node))
            Announce(u, node);
        _tree.Add(node);
    }

    private void FindNearestOuter(int node)
    {
        _outTo[node] = -1;
        foreach (var other in _tree)
            if (_label[other] == Label.Outer && other != node)
                foreach (var u in Members(other))
                    Offer(node, u);
    }

    // Updates all gaps after u has become outer.
    private void Announce(int u, int node)
    {
        for (var v = 0; v < _n; v++)
        {
            if (_label[_surface[v]] == Label.Outer)
                continue;
            var slack = Slack(u, v);
            if (_nearest[v] < 0 || slack < _gap[v])
                (_nearest[v], _gap[v]) = (u, slack);
        }
        foreach (var other in _tree)
            if (_label[other] == Label.Outer && other != node)
                Offer(other, u);
    }

    private void Offer(int node, int u)
    {
        var slack = Slack(NearestIn(node, u), u);
        if (_outTo[node] < 0 || slack < _outGap[node])
            (_outTo[node], _outGap[node]) = (u, slack);
    }
}
