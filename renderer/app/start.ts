import './op-app.ts';

document.body.append(document.createElement('op-app'));
