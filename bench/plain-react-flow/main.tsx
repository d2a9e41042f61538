/** The page we are compared with: React Flow with simple nodes of known size, no culling, nothing else. `?nodes=` says how many. */
import '@xyflow/react/dist/style.css';
import './plain.css';
import { ReactFlow, useEdgesState, useNodesState, type Edge, type Node } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { placesOf, waysOf } from '../big-graph.ts';

const count = Number(new URLSearchParams(location.search).get('nodes') ?? 5);
const firstNodes: Node[] = placesOf(count).map(({ id, x, y }) => ({
  id,
  position: { x, y },
  data: { label: id },
  width: 150,
  height: 40,
}));
const firstEdges: Edge[] = waysOf(count).map(({ from, to }) => ({
  id: `${String(from)}-${String(to)}`,
  source: `step-${String(from)}`,
  target: `step-${String(to)}`,
}));

function Plain() {
  const [nodes, , onNodesChange] = useNodesState(firstNodes);
  const [edges, , onEdgesChange] = useEdgesState(firstEdges);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.05}
    />
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<Plain />);
